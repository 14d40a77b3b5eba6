using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements.Newsroom;

/// <summary>The feeds from which announcements are taken: what each answered last, asking one now, adding and removing.</summary>
[StaffMay(StaffAct.Publish)]
public class SourcesModel(GazetierDb db, ReadSource read, TimeProvider clock, Phrases t) : PageModel
{
    private const string Here = AnnouncementAddress.Newsroom + "/flux";

    [BindProperty(Name = "nom")]
    public string? Name { get; set; }

    [BindProperty(Name = "adresse")]
    public string? Address { get; set; }

    [BindProperty(Name = "genre")]
    public AnnouncementKind Kind { get; set; }

    [BindProperty(Name = "jours")]
    public int? Days { get; set; } = 30;

    /// <summary>The one that is asked or removed.</summary>
    [BindProperty(Name = "flux")]
    public Guid? SourceId { get; set; }

    /// <summary>"relever", "retirer"; else one is added.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    /// <summary>What was done before: "ajoute", "releve", "retire".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<AnnouncementSource> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Sources = await db.AnnouncementSources.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return await (What switch
        {
            "relever" => AskAsync(cancel),
            "retirer" => RemoveAsync(cancel),
            _ => AddAsync(cancel),
        });
    }

    private async Task<IActionResult> AskAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return await read.RunAsync(SourceId ?? Guid.Empty, ReadSource.ShortestGap, cancel)
            ? LocalRedirect(Here + "?fait=releve")
            : this.Refused("", t["Ce flux vient d’être relevé : attendez un peu."], StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> RemoveAsync(CancellationToken cancel)
    {
        if (Sources.FirstOrDefault(s => s.Id == SourceId) is { } source && await db.AnnouncementSources.Where(s => s.Id == source.Id).ExecuteDeleteAsync(cancel) == 1)
        {
            db.Record(clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, "announcement-source.removed", detail: source.Name);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect(Here + "?fait=retire");
    }

    private async Task<IActionResult> AddAsync(CancellationToken cancel)
    {
        Check();
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var source = new AnnouncementSource { Name = Printable.Line(Name!), Address = AnnouncementCsv.LinkOf(Address)!, Kind = Kind, Days = Days ?? 30 };
        db.AnnouncementSources.Add(source);
        db.Record(clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, "announcement-source.added", detail: source.Name);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return this.Refused("adresse", t["Ce flux est déjà dans la liste."]);
        }

        return LocalRedirect(Here + "?fait=ajoute");
    }

    private void Check()
    {
        ModelState.Limit("nom", Name, AnnouncementSource.MaxName, t);
        ModelState.Wrong("nom", Printable.Line(Name ?? "").Length == 0, t["Donnez un nom."]);
        ModelState.Wrong("adresse", AnnouncementCsv.LinkOf(Address) is null, t["Écrivez une adresse qui commence par https:// ou http://."]);
        ModelState.Wrong("adresse", Sources.Any(s => s.Address == AnnouncementCsv.LinkOf(Address)), t["Ce flux est déjà dans la liste."]);
        ModelState.Wrong("genre", !Enum.IsDefined(Kind), t["Ce genre n’existe pas."]);
        ModelState.Wrong("jours", Days is < 1 or > AnnouncementSource.MostDays, t["Écrivez un nombre de {0} à {1}.", 1, AnnouncementSource.MostDays]);
        ModelState.Wrong("", Sources.Count >= AnnouncementSource.Most, t["Il y a déjà {0} flux : retirez-en un d’abord.", AnnouncementSource.Most]);
    }
}
