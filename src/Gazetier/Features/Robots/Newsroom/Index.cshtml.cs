using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Audit;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots.Newsroom;

/// <summary>The robots' policy desk: what each class of robots may do, in the newspaper and in the sections that are apart; and what comes out of it.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, Masthead masthead, ReadPlaces places, SavePolicy save, KnownRobots known, PublicAddress address, TimeProvider clock, Phrases t) : PageModel
{
    public const string Root = "/redaction/robots";

    private const int ChangesShown = 10;

    [BindProperty(Name = "")]
    public PolicyForm Form { get; set; } = new();

    /// <summary>"apercu": shows what would come out, and keeps nothing.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>Slug of a section to add to the matrix.</summary>
    [BindProperty(Name = "rubrique", SupportsGet = true)]
    public string? Added { get; set; }

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public KnownRobots Known { get; } = known;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Files of networks that somebody should fetch again.</summary>
    public IReadOnlyList<string> Old =>
        [.. Known.List.All.Select(robot => Known.List.FileOf(robot)).Where(file => file?.IsOldAt(Now) == true).Select(file => file!.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>In the matrix.</summary>
    public IReadOnlyList<Section> Apart { get; private set; } = [];

    /// <summary>Not yet in it, with how deep they lie.</summary>
    public IReadOnlyList<(Section Section, int Depth)> Others { get; private set; } = [];

    /// <summary>What robots.txt says, or would say.</summary>
    public string Written { get; private set; } = "";

    public bool IsPreview { get; private set; }

    /// <summary>The last first.</summary>
    public IReadOnlyList<Act> Changes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var setting = await db.RobotSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == 1, cancel) ?? new RobotSetting();
        Form = PolicyForm.Of(setting, await db.RobotExceptions.AsNoTracking().ToListAsync(cancel), await masthead.SectionsAsync(cancel));
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState, t);
        if (!ModelState.IsValid)
        {
            await ShowAsync(cancel);
            return this.Refused();
        }

        IsPreview = Action == "apercu";
        if (!IsPreview)
        {
            if (await save.RunAsync(Form.Version, Form.Line(), Form.Exceptions(await masthead.SectionsAsync(cancel)), Form.CleanTerms(), HttpContext.SignedIn()!, cancel))
            {
                return LocalRedirect(Root + "?fait=enregistre");
            }

            await ShowAsync(cancel);
            return this.Refused("", t["Quelqu’un a changé ces règles entre-temps : rien n’a été fait. Rouvrez la page pour lire les siennes."], StatusCodes.Status409Conflict);
        }

        await ShowAsync(cancel);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var sections = await masthead.SectionsAsync(cancel);
        Apart = [.. sections.InTree().Select(one => one.Section).Where(section => Form.Has(section) || section.Slug == Added)];
        Others = [.. sections.InTree().Where(one => !Apart.Contains(one.Section))];
        var policy = new RobotPolicy(Form.Line(), Form.Exceptions(sections), sections);
        Written = RobotsTxt.Write(policy, await places.OfAsync(policy, cancel), Known.List.All, address);
        Changes = await db.Acts.AsNoTracking().Where(act => act.What == SavePolicy.Changed).OrderByDescending(act => act.At).Take(ChangesShown).ToListAsync(cancel);
    }
}
