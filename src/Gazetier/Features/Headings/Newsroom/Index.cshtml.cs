using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>All themes, dossiers or authors, with what stands under each and how many follow it.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class IndexModel(GazetierDb db) : PageModel
{
    private const int PageSize = 50;
    private const int LongestQuery = 100;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>What was done before: "fusionne", "supprime".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public FollowKind Kind { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Kind = HttpContext.HeadingKind();
        var asked = Fold.Of(Query is { Length: > LongestQuery } ? Query[..LongestQuery] : Query ?? "").Trim();
        var all = (await db.Followables(Kind).ToListAsync(cancel))
            .Where(named => Fold.Of(named.Name).Contains(asked, StringComparison.Ordinal) || named.Slug.Contains(asked, StringComparison.Ordinal))
            .OrderBy(named => named.Name, French.Order).ToList();
        Paging = new Paging(GiveKeptPage.PageNumber(Request), PageSize, all.Count);
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Lines = await CountedAsync(all.Skip(Paging.Skip).Take(PageSize).ToList(), cancel);
        return Page();
    }

    private async Task<List<Line>> CountedAsync(List<Named> shown, CancellationToken cancel)
    {
        var ids = shown.ConvertAll(named => named.Id);
        var articles = await db.Listings.Where(l => ids.Contains(l.ListId)).GroupBy(l => l.ListId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var follows = await db.Follows.Where(f => f.Kind == Kind && ids.Contains(f.SubjectId)).GroupBy(f => f.SubjectId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return shown.ConvertAll(named => new Line(named, articles.GetValueOrDefault(named.Id), follows.GetValueOrDefault(named.Id)));
    }

    /// <summary>One line of the list.</summary>
    public sealed record Line(Named Named, int Articles, int Followers);
}
