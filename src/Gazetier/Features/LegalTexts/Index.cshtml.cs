using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.LegalTexts;

/// <summary>All legal texts, the newest first.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public TextList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(LegalTextAddress.All);
        }

        var list = await TextList.ReadAsync(db, masthead, null, clock.GetUtcNow().UtcDateTime, HttpContext);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
