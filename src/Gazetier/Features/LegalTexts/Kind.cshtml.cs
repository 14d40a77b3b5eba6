using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.LegalTexts;

/// <summary>The legal texts of one kind, the newest first.</summary>
[PublicPage]
public class KindModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public LegalTextKind Kind { get; private set; }

    public TextList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        if (LegalTextAddress.KindOf(kind) is not { } asked)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(LegalTextAddress.Of(asked));
        }

        Kind = asked;
        var list = await TextList.ReadAsync(db, masthead, asked, clock.GetUtcNow().UtcDateTime, HttpContext);
        List = list!;
        return list is null ? NotFound() : Page();
    }
}
