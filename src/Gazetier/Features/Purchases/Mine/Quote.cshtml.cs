using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>Writes a quote for what was begun, and leads to its PDF.</summary>
public class QuoteModel(GazetierDb db, WriteQuote write) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await this.MisledAsync(db, id, PurchaseStep.Payment, cancel) ?? LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Summary));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Payment, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var purchase = await db.Purchases.OfReaderAsync(id, HttpContext.SignedIn()!.AccountId, cancel);
        // Without a rate the summary says why there is no price.
        return LocalRedirect(await write.RunAsync(purchase!, cancel) is { } written ? PurchaseAddress.Quote(written.Number) : PurchaseAddress.Of(id, PurchaseStep.Summary));
    }
}
