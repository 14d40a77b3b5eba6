using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Keywords;
using Gazetier.Features.Search.Asking;
using Gazetier.Features.Search.Indexing;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Search.Newsroom;

/// <summary>What the newsroom does for search: words that say the same, and the state of the index on the node that answers.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db, SearchIndex index, RereadKeywords keywords, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "synonymes")]
    public string? Lines { get; set; }

    [BindProperty(Name = "version")]
    public int Version { get; set; }

    /// <summary>What was done before: "enregistre", "refait".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public int Count => index.Count;

    public bool IsComplete => index.IsComplete;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var list = await db.SynonymLists.AsNoTracking().OrderBy(l => l.Id).FirstOrDefaultAsync(cancel);
        (Lines, Version) = (list?.Lines ?? KnownSynonyms.Brought, list?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var lines = (Lines ?? "").ReplaceLineEndings("\n").Split('\n').Select(Printable.Line).Where(line => line.Length > 0).ToList();
        ModelState.Limit("synonymes", Lines, SynonymList.MaxLength, t);
        if (lines.Find(line => Synonyms.Read(line).Count < 2) is { } alone)
        {
            ModelState.AddModelError("synonymes", t["« {0} » ne dit pas à quoi c’est égal. Écrivez par exemple : EPCI = intercommunalité.", Plain.Shorten(alone, 60)]);
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                var list = await db.SynonymLists.OrderBy(l => l.Id).FirstOrDefaultAsync(token) ?? db.SynonymLists.Add(new SynonymList { Id = 1 }).Entity;
                db.Entry(list).Property(l => l.Version).OriginalValue = Version;
                (list.Lines, list.ChangedAt, list.Version) = (string.Join('\n', lines), clock.GetUtcNow().UtcDateTime, Version + 1);
                await keywords.SearchesAsync(new Synonyms(lines), token);
                db.Append(list.ChangedAt, "synonyms.changed", SynonymList.Tag);
                db.Record(list.ChangedAt, HttpContext.SignedIn()!, "synonyms.changed");
                await db.SaveChangesAsync(token);
            },
            cancel);
        return LocalRedirect("/redaction/recherche?fait=enregistre");
    }

    public async Task<IActionResult> OnPostRebuildAsync(CancellationToken cancel)
    {
        await db.InTransactionAsync(
            token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                db.Append(now, "search.rebuilt", SearchIndex.RebuildTag);
                db.Record(now, HttpContext.SignedIn()!, "search.rebuilt");
                return Task.CompletedTask;
            },
            cancel);
        return LocalRedirect("/redaction/recherche?fait=refait");
    }
}
