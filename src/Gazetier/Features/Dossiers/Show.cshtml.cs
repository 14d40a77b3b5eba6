using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Dossiers;

/// <summary>A dossier: its parts in the newsroom's order (G-02).</summary>
[PublicPage]
public class ShowModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Dossier Dossier { get; private set; } = null!;

    public ArticleList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Dossier = found;
        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(ArticleTags.Dossier(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var parts = db.DossierParts.Where(p => p.DossierId == found.Id && p.Article.Status == ArticleStatus.Published && p.Article.PublishedAt <= now);
        var list = await ArticleList.ReadAsync(db, parts.OrderBy(p => p.Position).Select(p => p.ArticleId), now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
