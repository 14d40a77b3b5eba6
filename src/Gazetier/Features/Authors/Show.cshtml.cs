using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Authors;

/// <summary>An author: who it is, and what is signed so.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Author Author { get; private set; } = null!;

    public ArticleList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Authors.AsNoTracking().Include(a => a.Portrait).FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Author = found;
        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(ArticleTags.Author(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
