using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Themes;

/// <summary>A theme: all that was published on it.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Theme Theme { get; private set; } = null!;

    public ArticleList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Themes.AsNoTracking().FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Theme = found;
        var now = clock.GetUtcNow().UtcDateTime;
        var articles = db.Articles.OnTheme(found.Id);
        HttpContext.Tags().Add(ArticleTags.Theme(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(articles, now, cancel);
        var list = await ArticleList.ReadAsync(articles.Published(now).NewestFirst(), HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
