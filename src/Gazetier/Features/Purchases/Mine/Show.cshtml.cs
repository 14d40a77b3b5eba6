using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>One of the reader's purchases: what it says, what was paid, what is left. One that was only begun can be dropped.</summary>
public class ShowModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public Purchase Purchase { get; private set; } = null!;

    public MeansSetting? Means { get; private set; }

    public Subscription? Opened { get; private set; }

    public IReadOnlyList<Payment> Payments { get; private set; } = [];

    public string? FileName { get; private set; }

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        if (await db.Purchases.AsNoTracking().OfReaderAsync(id, HttpContext.SignedIn()!.AccountId, cancel) is not { } found)
        {
            return NotFound();
        }

        Purchase = found;
        Means = await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == found.Means, cancel);
        Opened = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == found.SubscriptionId, cancel);
        Payments = await db.Payments.AsNoTracking().Where(p => p.PurchaseId == id).OrderBy(p => p.RecordedAt).ToListAsync(cancel);
        FileName = await db.PurchaseFiles.Where(f => f.PurchaseId == id).Select(f => f.Name).FirstOrDefaultAsync(cancel);
        return Page();
    }

    /// <summary>Drops what was only begun.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        return await db.Purchases.Where(p => p.Id == id && p.AccountId == me && p.State == PurchaseState.Begun).ExecuteDeleteAsync(cancel) == 1
            ? LocalRedirect(PurchaseAddress.Mine)
            : NotFound();
    }
}
