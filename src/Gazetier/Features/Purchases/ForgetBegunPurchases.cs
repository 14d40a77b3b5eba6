using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>Erases what was begun long ago and never ordered, but while we keep to a quote for it.</summary>
public class ForgetBegunPurchases(GazetierDb db, TimeProvider clock) : IForget
{
    public string What => "Commandes commencées et laissées";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Purchase.KeptBegun;
        return db.Purchases.Where(p => p.State == PurchaseState.Begun && p.BegunAt < before && !db.WrittenQuotes.Any(q => q.PurchaseId == p.Id && q.ValidUntil > now)).ExecuteDeleteAsync(cancel);
    }
}
