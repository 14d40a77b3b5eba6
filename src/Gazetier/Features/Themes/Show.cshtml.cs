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
        HttpContext.Tags().Add(ArticleTags.Theme(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
