using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sections;

/// <summary>A section, and all that lies below it.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public Section Section { get; private set; } = null!;

    public ArticleList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Sections.AsNoTracking().FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Section = found;
        var now = clock.GetUtcNow().UtcDateTime;
        // An article's tags name the sections that it was put in, not those above.
        HttpContext.Tags().Add((await masthead.SectionsAsync(cancel)).WithBelow(found.Id).Select(ArticleTags.Section));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
