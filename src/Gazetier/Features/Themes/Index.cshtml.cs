using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Themes;

/// <summary>All themes, with how much stands in each.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent("/themes/");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(ArticleTags.Front);
        await HttpContext.ExpireAtNextPublicationAsync(db, now, cancel);
        Lines = await LinesAsync(now, cancel);
        return Page();
    }

    private async Task<List<Line>> LinesAsync(DateTime now, CancellationToken cancel) =>
        [.. (await db.Themes.AsNoTracking()
            .Select(x => new Line(x.Slug, x.Name, db.Listings.Count(l => l.ListId == x.Id && l.PublishedAt <= now)))
            .ToListAsync(cancel)).OrderBy(line => line.Name, French.Order)];

    /// <summary>One line of the list.</summary>
    public record Line(string Slug, string Name, int Articles);
}
