using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets;

/// <summary>All sheets, by theme: a sheet with two themes stands under both.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    /// <summary>Sheets that the page lists, the newest.</summary>
    private const int Most = 500;

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent("/fiches/");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(ArticleTags.Front, SheetTags.All);
        await HttpContext.ExpireAtNextPublicationAsync(db, now, cancel);
        var found = await db.Articles.AsNoTracking().Published(now).OfSheets().NewestFirst().Take(Most)
            .Select(a => new
            {
                Line = new Line(ArticleAddress.Of(a.Id, a.Slug), a.Headline, a.Format, db.Sheets.Where(s => s.ArticleId == a.Id).Select(s => (DateOnly?)s.UpToDateOn).FirstOrDefault()),
                Themes = a.Themes.Select(x => new { x.Slug, x.Name }).ToList(),
            }).ToListAsync(cancel);
        Groups =
        [
            .. found.SelectMany(sheet => sheet.Themes.Select(theme => (Theme: theme, sheet.Line))).GroupBy(pair => pair.Theme)
                .Select(group => new Group(group.Key.Slug, group.Key.Name, [.. group.Select(pair => pair.Line)])).OrderBy(group => group.Name, French.Order),
        ];
        return Page();
    }

    public sealed record Line(string Path, string Headline, Format Format, DateOnly? UpToDateOn);

    public sealed record Group(string Slug, string Name, IReadOnlyList<Line> Lines);
}
