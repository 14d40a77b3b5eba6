using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.FrontPages.Newsroom;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Dossiers.Newsroom;

/// <summary>The articles of a dossier and their order: dragged, moved by buttons, or numbered.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class PartsModel(GazetierDb db, ArrangeDossier arrange, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Found = 12;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>"monter:3", "descendre:3", "retirer:3", "ajouter:3", with the number of an article; "chercher"; empty: the numbers.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>The articles as the page had them, and the number that each got.</summary>
    [BindProperty(Name = "article")]
    public List<long> Shown { get; set; } = [];

    [BindProperty(Name = "rang")]
    public List<int?> Typed { get; set; } = [];

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<PinnedArticle> Parts { get; private set; } = [];

    public IReadOnlyList<PinnedArticle> Offered { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Slug == slug, cancel) is not { } dossier)
        {
            return NotFound();
        }

        (Dossier, Now, Zone) = (dossier, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var parts = db.DossierParts.Where(p => p.DossierId == dossier.Id);
        Parts = await db.Articles.AsNoTracking().Join(parts, a => a.Id, p => p.ArticleId, (a, p) => new { a, p.Position })
            .OrderBy(x => x.Position).ThenBy(x => x.a.Id).Select(x => x.a).ToPinned().ToListAsync(cancel);
        var query = Printable.Line(Query ?? "");
        Offered = query.Length is 0 or > 100 ? [] : await db.Articles.AsNoTracking().Seen(isPublished: true).Called(query)
            .Where(a => !parts.Any(p => p.ArticleId == a.Id)).Take(Found).ToPinned().ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        var typed = Shown.Zip(Typed).DistinctBy(one => one.First).ToDictionary(one => one.First, one => one.Second);
        if (!await arrange.RunAsync(slug, typed, Action, HttpContext.SignedIn()!, cancel))
        {
            return NotFound();
        }

        var query = Printable.Line(Query ?? "");
        var search = query.Length is 0 or > 100 ? "" : "&q=" + Uri.EscapeDataString(query);
        return LocalRedirect($"/redaction/dossiers/{slug}/articles?fait={(Action == "chercher" ? "" : "ordre")}{search}");
    }
}
