using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>A quote as a PDF: for who asked for it, and for the stewards of the organisation that it is for.</summary>
public class QuoteFileModel(GazetierDb db, QuoteSheet sheet, Phrases t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) =>
        await db.WrittenQuotes.AsNoTracking().Include(q => q.Purchase.Offer).OpenTo(db, HttpContext.SignedIn()!.AccountId).FirstOrDefaultAsync(q => q.Number == number, cancel) is { } written
            ? File(await sheet.ToPdfAsync(written, t, cancel), "application/pdf", $"devis-{written.Number}.pdf")
            : NotFound();
}
