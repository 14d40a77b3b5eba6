using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Announcements;

/// <summary>All announcements that are open, the newest first.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public AnnouncementList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(AnnouncementAddress.All + Request.QueryString);
        }

        var list = await AnnouncementList.ReadAsync(db, null, clock.GetUtcNow().UtcDateTime, HttpContext);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
