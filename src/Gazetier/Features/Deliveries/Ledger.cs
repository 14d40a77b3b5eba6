using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The book of deliveries: takes rows by lease, gives back what was not tried, settles what was left in flight. Every step
/// is a conditional update, so that two nodes never hold one row (E-06); <see cref="LedgerWriter"/> closes them.
/// </summary>
public class Ledger(GazetierDb db, TimeProvider clock)
{
    /// <summary>Rows that one claim takes.</summary>
    public const int Batch = 500;

    /// <summary>A node that holds rows for longer has died, or has lost them.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>After this a mail is given up (E-06).</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(72);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    /// <summary>
    /// Settles what was leaving when its node died: it counts as sent (docs/decisions/0009). Returns how many.
    /// </summary>
    public Task<int> SettleAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.InTransactionAsync(token => PresumeAsync(db.Deliveries.LeftInFlight(now), token), cancel);
    }

    /// <summary>
    /// Settles what a process of this machine left when it was killed, exactly: what had passed the point of no return
    /// counts as sent, the rest waits again at once. Returns how many count as sent.
    /// </summary>
    public async Task<int> SettleAsync(LeavingJournal left, CancellationToken cancel)
    {
        var claims = left.ReadClaims().Cast<Guid?>().ToArray();
        var gone = left.ReadLeft();
        var inFlight = await db.Deliveries.Where(d => d.State == DeliveryState.InFlight && claims.Contains(d.ClaimedBy)).Select(d => d.Id).ToListAsync(cancel);
        var sent = inFlight.FindAll(gone.Contains);
        return await db.InTransactionAsync(
            async token =>
            {
                var presumed = await PresumeAsync(db.Deliveries.Where(d => sent.Contains(d.Id) && claims.Contains(d.ClaimedBy)), token);
                await db.Deliveries.Where(d => claims.Contains(d.ClaimedBy) && (d.State == DeliveryState.Waiting || d.State == DeliveryState.InFlight)).ExecuteUpdateAsync(
                    d => d.SetProperty(x => x.State, DeliveryState.Waiting)
                        .SetProperty(x => x.ClaimedBy, (Guid?)null)
                        .SetProperty(x => x.ClaimedUntil, (DateTime?)null),
                    token);
                return presumed;
            },
            cancel);
    }

    /// <summary>Takes a batch of what waits; null when nothing does.</summary>
    /// <param name="by">The name of the claim, new for each.</param>
    public async Task<Claim?> ClaimAsync(string list, Guid by, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var ids = await db.Deliveries.Takeable(now).Where(d => d.Issue.List == list)
                .OrderBy(d => d.NotBefore).ThenBy(d => d.Id).Take(Batch).Select(d => d.Id).ToListAsync(cancel);
            if (ids.Count == 0)
            {
                return null;
            }

            var until = now + Lease;
            var taken = await db.InTransactionAsync(
                token => db.Deliveries.Takeable(now).Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(
                    d => d.SetProperty(x => x.ClaimedBy, by).SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1),
                    token),
                cancel);
            // None: another node got there first.
            if (taken > 0)
            {
                return new Claim(by, until, await db.Deliveries.AsNoTracking().Include(d => d.Issue).Where(d => d.ClaimedBy == by).ToListAsync(cancel));
            }
        }
    }

    /// <summary>Gives back what a claim holds and did not try.</summary>
    public Task ReleaseAsync(Guid claim, CancellationToken cancel) => db.InTransactionAsync(
        token => db.Deliveries.Where(d => d.ClaimedBy == claim && d.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.ClaimedBy, (Guid?)null)
                .SetProperty(x => x.ClaimedUntil, (DateTime?)null)
                .SetProperty(x => x.Attempts, x => x.Attempts - 1),
            token),
        cancel);

    private Task<int> PresumeAsync(IQueryable<Delivery> deliveries, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return deliveries.ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, DeliveryState.Sent)
                .SetProperty(x => x.Answer, "presumed sent: the node died while the server was answering")
                .SetProperty(x => x.ClosedAt, now)
                .SetProperty(x => x.ClaimedUntil, (DateTime?)null),
            cancel);
    }

    /// <summary>1, 2, 4 … minutes, at most six hours.</summary>
    /// <param name="attempts">Made so far, from 1.</param>
    public static TimeSpan DelayAfter(int attempts)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}

/// <summary>Rows that one node holds.</summary>
/// <param name="Until">UTC; the end of the lease.</param>
public sealed record Claim(Guid Id, DateTime Until, IReadOnlyList<Delivery> Deliveries);

/// <summary>How one delivery ends, or that it waits again.</summary>
public readonly record struct Closing(Delivery Delivery, DeliveryState State, string? Answer);
