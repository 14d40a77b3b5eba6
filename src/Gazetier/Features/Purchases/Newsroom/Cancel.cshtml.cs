using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Takes an order back, after asking.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class CancelModel(GazetierDb db, DecideOnPurchase decide, Phrases t) : PageModel
{
    public Purchase Purchase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return await decide.CancelAsync(id, HttpContext.SignedIn()!, cancel)
            ? LocalRedirect($"{PurchaseAddress.Desk}/{id}?fait=annule")
            : this.Refused("", t["Cette commande est déjà annulée."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Purchase = await db.Purchases.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) ?? new Purchase();
        return Purchase.State is PurchaseState.Ordered or PurchaseState.Waiting;
    }
}
