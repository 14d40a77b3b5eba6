using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>Who stands at a step of a purchase that is not theirs, is over, or comes too early, is led where they belong.</summary>
public static class PurchaseInHand
{
    /// <summary>Null: the step may be shown.</summary>
    public static async Task<IActionResult?> MisledAsync(this PageModel page, GazetierDb db, Guid id, PurchaseStep step, CancellationToken cancel)
    {
        var purchase = await db.Purchases.OfReaderAsync(id, page.HttpContext.SignedIn()!.AccountId, cancel);
        return purchase switch
        {
            null => page.NotFound(),
            { State: not PurchaseState.Begun } => page.LocalRedirect(PurchaseAddress.Done(id)),
            _ when step > purchase.NextStep => page.LocalRedirect(PurchaseAddress.Of(id, purchase.NextStep)),
            _ => null,
        };
    }
}
