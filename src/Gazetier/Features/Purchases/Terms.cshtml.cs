using Gazetier.Data;
using Gazetier.Features.Offers;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>The terms of sale: those that hold, or the version that somebody accepted.</summary>
[PublicPage]
public class TermsModel(GazetierDb db) : PageModel
{
    public SalesTerms? Terms { get; private set; }

    public bool IsOld { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? version, CancellationToken cancel)
    {
        HttpContext.Tags().Add(OfferTags.All);
        var newest = await db.SalesTerms.AsNoTracking().OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancel);
        Terms = version is null ? newest : await db.SalesTerms.AsNoTracking().FirstOrDefaultAsync(t => t.Version == version, cancel);
        IsOld = Terms?.Version != newest?.Version;
        return version is not null && Terms is null ? NotFound() : Page();
    }
}
