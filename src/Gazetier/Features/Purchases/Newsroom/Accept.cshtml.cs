using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Accepts a purchase that waits.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class AcceptModel(GazetierDb db, DecideOnPurchase decide, Phrases t) : PageModel
{
    [BindProperty(Name = "gestionnaire")]
    public bool MakesSteward { get; set; }

    public Purchase Purchase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return await decide.AcceptAsync(id, MakesSteward, HttpContext.SignedIn()!, cancel)
            ? LocalRedirect($"{PurchaseAddress.Desk}/{id}?fait=accepte")
            : this.Refused("", t["Cette commande n’attend plus de décision."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Purchase = await db.Purchases.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.State == PurchaseState.Waiting, cancel) ?? new Purchase();
        return Purchase.Number is not null;
    }
}
