using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Places;

/// <summary>A place: all that was published about it, and about what lies in it.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Place Place { get; private set; } = null!;

    /// <summary>What lies around it, the nearest first.</summary>
    public IReadOnlyList<Place> Around { get; private set; } = [];

    public ArticleList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (Gazetteer.OfSlug(slug) is not { } found)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(Request.Path + "/" + Request.QueryString);
        }

        Place = found;
        Around = [.. Gazetteer.WithAround(found).Skip(1)];
        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(ArticleTags.Place(found.Id));
        await HttpContext.ExpireAtNextPublicationAsync(db, found.Id, now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
