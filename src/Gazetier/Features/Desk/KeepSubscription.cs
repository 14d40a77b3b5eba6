using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk;

/// <summary>
/// What the desk does to a subscription of a reader; each act is recorded with it (S-09) and reaches the reader at once. Contracts of
/// organisations are <c>ChangeContract</c>'s.
/// </summary>
public class KeepSubscription(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    /// <summary>Gives a reader products without payment, from now on.</summary>
    /// <param name="until">UTC, exclusive; in the future.</param>
    public async Task<Subscription> GrantAsync(Account reader, ProductSet products, DateTime until, string label, SignedIn by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var given = new Subscription { AccountId = reader.Id, Kind = SubscriptionKind.Complimentary, Products = products, From = now, Until = until, Origin = label };
        db.Subscriptions.Add(given);
        db.RecordAbout(now, by, reader, "subscription.granted", given.Reference);
        await db.SaveChangesAsync(cancel);
        forget(reader.Id);
        return given;
    }

    /// <summary>Moves its end.</summary>
    /// <param name="until">UTC, exclusive; after its beginning. Now, or before: it ends at once.</param>
    public Task<bool> MoveEndAsync(string reference, DateTime until, SignedIn by, CancellationToken cancel) => ChangeAsync(
        reference,
        "subscription.moved",
        (subscription, now) =>
        {
            subscription.Until = until < now ? now : until;
            // A longer term is a decision that it goes on.
            subscription.CancelledAt = until <= now ? subscription.CancelledAt ?? now : null;
        },
        by,
        cancel);

    /// <summary>Stops it, until somebody takes it up again.</summary>
    public Task<bool> SuspendAsync(string reference, SignedIn by, CancellationToken cancel) => ChangeAsync(
        reference,
        "subscription.suspended",
        (subscription, now) =>
        {
            subscription.SuspendedAt ??= now;
            subscription.Suspension ??= Suspension.Unpaid;
        },
        by,
        cancel);

    public Task<bool> TakeUpAsync(string reference, SignedIn by, CancellationToken cancel) => ChangeAsync(
        reference,
        "subscription.resumed",
        (subscription, now) =>
        {
            subscription.Resume(now);
            (subscription.SuspendedAt, subscription.Suspension) = (null, null);
        },
        by,
        cancel);

    /// <returns>False: there is none, or somebody changed it at the same moment.</returns>
    private async Task<bool> ChangeAsync(string reference, string what, Action<Subscription, DateTime> change, SignedIn by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Subscriptions.Include(s => s.Account).FirstOrDefaultAsync(s => s.Reference == reference && s.AccountId != null, cancel) is not { } subscription)
        {
            return false;
        }

        change(subscription, now);
        db.RecordAbout(now, by, subscription.Account!, what, reference);
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
