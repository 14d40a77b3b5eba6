using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions;

/// <summary>What its holder does to a subscription: pauses it, takes it up again. Nobody else's is ever found.</summary>
public class ChangeOwn(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    /// <returns>Null: there is none of this name that is theirs.</returns>
    public async Task<Subscription?> FindAsync(string reference, Guid accountId, CancellationToken cancel)
    {
        var read = SubscriptionReference.Read(reference);
        return await db.Subscriptions.FirstOrDefaultAsync(s => s.Reference == read && s.AccountId == accountId, cancel);
    }

    /// <param name="change">With the time, UTC; false where it may not be done (any more).</param>
    public async Task<bool> RunAsync(Subscription subscription, Func<Subscription, DateTime, bool> change, CancellationToken cancel)
    {
        if (!change(subscription, clock.GetUtcNow().UtcDateTime))
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        forget(subscription.AccountId!.Value);
        return true;
    }
}
