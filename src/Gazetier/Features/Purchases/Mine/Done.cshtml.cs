using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>After the order: its number, how to pay it, and what comes next. Looking at it again orders nothing.</summary>
public class DoneModel(GazetierDb db) : PageModel
{
    /// <summary>"indisponible": the provider did not answer.</summary>
    [BindProperty(Name = "carte", SupportsGet = true)]
    public string? Card { get; set; }

    public Purchase Purchase { get; private set; } = null!;

    public MeansSetting? Means { get; private set; }

    /// <summary>Null until it is open.</summary>
    public Subscription? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Purchases.AsNoTracking().OfReaderAsync(id, HttpContext.SignedIn()!.AccountId, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (found.State == PurchaseState.Begun)
        {
            return LocalRedirect(PurchaseAddress.Of(id, found.NextStep));
        }

        Purchase = found;
        Means = await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == found.Means, cancel);
        Opened = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == found.SubscriptionId, cancel);
        return Page();
    }
}
