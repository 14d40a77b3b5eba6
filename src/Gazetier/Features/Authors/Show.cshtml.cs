using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Authors;

/// <summary>An author: who it is, and what is signed so.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock) : PageModel
{
    public Author Author { get; private set; } = null!;

    /// <summary>JSON-LD.</summary>
    public string Profile { get; private set; } = "";

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
        found.Portrait = found.Portrait?.MayBeShown(now) == true ? found.Portrait : null;
        await HttpContext.ExpireAtNextEndOfRightsAsync(db, now, cancel);
        Profile = StructuredData.Write(AuthorMetadata.Profile(found, await masthead.ImprintAsync(cancel), address));
        HttpContext.Tags().Add(ArticleTags.Author(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
