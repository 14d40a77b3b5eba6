using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Makes, renews and switches off the link that a steward passes on, and finds the contract that one opens.</summary>
public class ChangeJoinLink(GazetierDb db, Seal seal, TimeProvider clock)
{
    /// <summary>A new one in the place of any other, which opens nothing from then on.</summary>
    /// <param name="expiresAt">UTC; null: until it is switched off.</param>
    public async Task RenewAsync(Guid subscriptionId, DateTime? expiresAt, CancellationToken cancel)
    {
        var token = SessionCookie.NewToken();
        var closed = await seal.CloseAsync(token, JoinLink.Purpose(subscriptionId), cancel);
        await db.InTransactionAsync(
            async inside =>
            {
                await db.LockSeatsAsync(subscriptionId, inside);
                await db.JoinLinks.Where(l => l.SubscriptionId == subscriptionId).ExecuteDeleteAsync(inside);
                db.JoinLinks.Add(new JoinLink
                {
                    SubscriptionId = subscriptionId,
                    TokenHash = SessionCookie.Hash(token),
                    ClosedToken = closed,
                    CreatedAt = clock.GetUtcNow().UtcDateTime,
                    ExpiresAt = expiresAt,
                });
            },
            cancel);
    }

    public Task SwitchOffAsync(Guid subscriptionId, CancellationToken cancel) =>
        db.JoinLinks.Where(l => l.SubscriptionId == subscriptionId).ExecuteDeleteAsync(cancel);

    /// <summary>The token of a contract's link, for its steward; null where there is none.</summary>
    public async Task<string?> TokenAsync(JoinLink? link, CancellationToken cancel) =>
        link is null ? null : await seal.OpenAsync(link.ClosedToken, JoinLink.Purpose(link.SubscriptionId), cancel);

    /// <summary>The link that a token opens now; null: unknown, renewed, switched off, too old.</summary>
    public async Task<JoinLink?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = SessionCookie.Hash(token);
        var link = await db.JoinLinks.AsNoTracking().Include(l => l.Subscription).FirstOrDefaultAsync(l => l.TokenHash == hash, cancel);
        return link?.IsOpen(clock.GetUtcNow().UtcDateTime) == true ? link : null;
    }
}
