using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Announcements;

/// <summary>The tenders, or the jobs, that are open, the newest first.</summary>
[PublicPage]
public class KindModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public AnnouncementList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        if (AnnouncementAddress.KindOf(kind) is not { } asked)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(AnnouncementAddress.Of(asked) + Request.QueryString);
        }

        var list = await AnnouncementList.ReadAsync(db, asked, clock.GetUtcNow().UtcDateTime, HttpContext);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
