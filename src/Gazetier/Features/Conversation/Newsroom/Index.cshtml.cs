using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>What waits, what was reported, and all; by section; decided one by one, by group, or several at once.</summary>
[StaffMay(StaffAct.Moderate)]
public class IndexModel(GazetierDb db, Queue queue, DecideOnComments decide, ReceiveNotice notices, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public DecisionForm Form { get; set; } = new();

    /// <summary>"signalees", "toutes"; else what waits.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>Slug.</summary>
    [BindProperty(Name = "rubrique", SupportsGet = true)]
    public string? Section { get; set; }

    /// <summary>How many were decided on before.</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public QueuePage Queue { get; private set; } = new([], new Paging(1, 1, 0), 0);

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public (int Waiting, int Reported, int Appeals) Counts { get; private set; }

    public string Here => ConversationAddress.Newsroom + Query();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Enum.IsDefined(Form.Ground) || Form.Facts?.Length > Restriction.MaxFacts)
        {
            ModelState.AddModelError("faits", t["{0} signes au plus, ici {1}.", Restriction.MaxFacts, Form.Facts?.Length ?? 0]);
            return await ReadAsync(cancel) ? this.Refused() : NotFound();
        }

        var ids = await ChosenAsync(cancel);
        if (ids.Count == 0 || Form.Verb is not ("publier" or "refuser" or "garder" or "choisir" or "rendre"))
        {
            ModelState.AddModelError("", t["Cochez au moins une réaction, puis dites quoi en faire."]);
            return await ReadAsync(cancel) ? this.Refused() : NotFound();
        }

        var done = await DecideAsync(ids, cancel);
        return LocalRedirect(ConversationAddress.Newsroom + Query(FormattableString.Invariant($"{Form.Verb}-{done}")));
    }

    /// <summary>The address of the same view, of another section or page.</summary>
    public string Query(string? done = null, int page = 1)
    {
        var parts = new[] { View is "signalees" or "toutes" ? "vue=" + View : "", string.IsNullOrEmpty(Section) ? "" : "rubrique=" + Uri.EscapeDataString(Section), done is null ? "" : "fait=" + done, page == 1 ? "" : FormattableString.Invariant($"page={page}") };
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? "" : "?" + query;
    }

    private async Task<int> DecideAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var staff = HttpContext.SignedIn()!;
        // What readers are told is in the newspaper's own language.
        var reasons = Form.Reasons(Phrases.OfPaper);
        var done = 0;
        foreach (var id in Form.Verb is "garder" or "choisir" or "rendre" ? ids : [])
        {
            done += Form.Verb == "garder" ? await notices.RejectAsync(id, reasons, staff, cancel) : await decide.FeatureAsync(id, Form.Verb == "choisir", staff, cancel) ? 1 : 0;
        }

        return Form.Verb switch
        {
            "publier" => await decide.PublishAsync(ids, staff, cancel),
            "refuser" => await decide.RefuseAsync(ids, Form.Ground, reasons, staff, cancel),
            _ => done,
        };
    }

    private async Task<IReadOnlyList<Guid>> ChosenAsync(CancellationToken cancel) => Form.Target switch
    {
        null => [.. Form.Ticked.Distinct().Take(DecideOnComments.Most)],
        var one when Guid.TryParse(one, out var id) => [id],
        var group => await queue.OfGroupAsync(group, cancel),
    };

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Sections = await db.Sections.AsNoTracking().Where(s => db.Comments.Any(c => c.Article.MainSectionId == s.Id)).OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        var section = Sections.FirstOrDefault(s => s.Slug == Section)?.Id;
        var number = GiveKeptPage.PageNumber(Request);
        Queue = View switch
        {
            "signalees" => await queue.ReportedAsync(section, number, cancel),
            "toutes" => await queue.AllAsync(section, number, cancel),
            _ => await queue.WaitingAsync(section, number, cancel),
        };
        Counts = (await db.Comments.Waiting().CountAsync(cancel), await db.Comments.Reported(db).CountAsync(cancel), await db.Restrictions.Appealed().CountAsync(cancel));
        return !Queue.Paging.IsOut;
    }
}
