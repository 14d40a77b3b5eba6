using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages.Newsroom;

/// <summary>
/// Composes one arrangement of the front page: a form that any browser sends, whole, with each button; scripts move its lines
/// without sending it. What readers see already is shown, and a copy of it is what is changed.
/// </summary>
[StaffMay(StaffAct.ArrangeFrontPage)]
public class ComposeModel(GazetierDb db, SaveArrangement save, CopyArrangement copy, ReadFrontPage read, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Found = 12;
    private const int LongestQuery = 100;

    [BindProperty(Name = "")]
    public ArrangementForm Form { get; set; } = new();

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>Where what is found will be put: one of the form's places.</summary>
    [BindProperty(Name = "vers", SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>What fills the block that is to be added.</summary>
    [BindProperty(Name = "bloc")]
    public string? NewBlock { get; set; }

    /// <summary>The button: see <see cref="ArrangementForm.Apply"/>; "publier", "programmer", "brouillon", "copier", "supprimer"; empty: save.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>What was done before: "enregistre", "programme", "copie".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Arrangement Arrangement { get; private set; } = null!;

    /// <summary>Set where another saved first.</summary>
    public ArrangementOutcome? Overtaken { get; private set; }

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlyDictionary<long, PinnedArticle> Articles { get; private set; } = new Dictionary<long, PinnedArticle>();

    public IReadOnlyList<PinnedArticle> Offered { get; private set; } = [];

    public IReadOnlyList<SubjectGroup> Subjects { get; private set; } = [];

    public FrontPageView Present { get; private set; } = null!;

    public FrontPageView WouldBe { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Arrangement.HasBegun(Now))
        {
            return LocalRedirect("/redaction/une");
        }

        Form = ArrangementForm.Of(Arrangement, Zone);
        await ShowAsync(Arrangement, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Action == "supprimer")
        {
            return await DeleteAsync(cancel);
        }

        Form.Sort();
        Form.Apply(Action, To, NewBlock);
        if (await Form.ReadAsync(db, Zone, ModelState, t, cancel) is not { } wanted || !IsScheduledWell(wanted))
        {
            await ShowAsync(Arrangement, cancel);
            return this.Refused();
        }

        if (Action == "copier")
        {
            return LocalRedirect($"/redaction/une/{await copy.RunAsync(wanted, wanted.Name, HttpContext.SignedIn()!, cancel)}?fait=copie");
        }

        var outcome = await save.RunAsync(id, Form.Version, wanted, HttpContext.SignedIn()!, cancel);
        return outcome.Result == ArrangementResult.Saved ? LocalRedirect(Next(id)) : await AgainAsync(outcome, wanted, cancel);
    }

    /// <summary>Decides when it begins, by the button; a save leaves a draft a draft, and what is scheduled scheduled.</summary>
    private bool IsScheduledWell(Arrangement wanted)
    {
        var isScheduled = Action == "programmer" || (Arrangement.BeginsAt > Now && Action is not ("publier" or "brouillon" or "copier"));
        if (isScheduled && !(wanted.BeginsAt > Now))
        {
            ModelState.AddModelError("debut", t["Choisissez une date et une heure à venir."]);
        }

        wanted.BeginsAt = isScheduled ? wanted.BeginsAt : Action == "publier" ? Now : null;
        return ModelState.IsValid;
    }

    private string Next(Guid id)
    {
        if (Action == "publier")
        {
            return "/redaction/une?fait=publie";
        }

        var query = Printable.Line(Query ?? "");
        return $"/redaction/une/{id}?fait={(Action == "programmer" ? "programme" : "enregistre")}"
            + (query.Length == 0 ? "" : "&q=" + Uri.EscapeDataString(query[..Math.Min(query.Length, LongestQuery)]))
            + (Form.Places().Contains(To ?? "") ? "&vers=" + Uri.EscapeDataString(To!) : "")
            + (Action == "chercher" ? "#ajouter" : Action?.Contains(':', StringComparison.Ordinal) == true ? "#composition" : "");
    }

    /// <summary>Somebody else was first: what was sent stands in the form, and nothing of theirs is gone.</summary>
    private async Task<IActionResult> AgainAsync(ArrangementOutcome outcome, Arrangement wanted, CancellationToken cancel)
    {
        if (outcome.Result == ArrangementResult.Gone)
        {
            return LocalRedirect($"/redaction/une/{await copy.RunAsync(wanted, wanted.Name, HttpContext.SignedIn()!, cancel)}?fait=copie");
        }

        Overtaken = outcome;
        Form.Version = outcome.Version;
        ModelState.Clear();
        await ShowAsync(wanted, cancel);
        return this.Refused(StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> DeleteAsync(CancellationToken cancel)
    {
        if (Arrangement.HasBegun(Now))
        {
            return LocalRedirect("/redaction/une");
        }

        db.Arrangements.Remove(Arrangement);
        if (Arrangement.BeginsAt is not null)
        {
            db.Append(Now, "frontpage.unscheduled", ArticleTags.Front);
        }

        db.Record(Now, HttpContext.SignedIn()!, "frontpage.deleted", null, Arrangement.Name);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/une?fait=supprime");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Arrangement = (await db.Arrangements.AsNoTracking().Whole().FirstOrDefaultAsync(a => a.Id == id, cancel))!;
        return Arrangement is not null;
    }

    /// <summary>Reads what the page shows beside the form.</summary>
    private async Task ShowAsync(Arrangement shown, CancellationToken cancel)
    {
        var pinned = Form.Pins.ConvertAll(p => p.Article);
        Articles = await db.Articles.AsNoTracking().Where(a => pinned.Contains(a.Id)).ToPinned().ToDictionaryAsync(a => a.Id, cancel);
        var query = Printable.Line(Query ?? "");
        Offered = await db.Articles.AsNoTracking().Seen(isPublished: true)
            .Called(query[..Math.Min(query.Length, LongestQuery)]).Where(a => !pinned.Contains(a.Id)).Take(Found).ToPinned().ToListAsync(cancel);
        Subjects = await SubjectGroup.ReadAsync(db, cancel);
        Present = await read.RunAsync(await db.Arrangements.ShownAsync(Now, cancel), Now, cancel);
        WouldBe = await read.RunAsync(shown, shown.BeginsAt > Now ? shown.BeginsAt.Value : Now, cancel);
    }
}
