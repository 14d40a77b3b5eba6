using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The book of deliveries: takes rows by lease, marks what leaves, closes what is answered. Every step is a conditional
/// update, so that two nodes never hold one row (E-06).
/// </summary>
public class Ledger(GazetierDb db, TimeProvider clock)
{
    /// <summary>Rows that one claim takes.</summary>
    public const int Batch = 200;

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
        return db.InTransactionAsync(
            token => db.Deliveries.LeftInFlight(now).ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, DeliveryState.Sent)
                    .SetProperty(x => x.Answer, "presumed sent: the node died while the server was answering")
                    .SetProperty(x => x.ClosedAt, now)
                    .SetProperty(x => x.ClaimedUntil, (DateTime?)null),
                token),
            cancel);
    }

    /// <summary>Takes a batch of what waits; null when nothing does.</summary>
    public async Task<Claim?> ClaimAsync(string list, CancellationToken cancel)
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

            var (by, until) = (Guid.CreateVersion7(), now + Lease);
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

    /// <summary>Marks a delivery at the point of no return.</summary>
    /// <exception cref="ClaimLostException">Another node holds it by now: it must not leave from here.</exception>
    public async Task MarkLeavingAsync(Guid delivery, Guid claim, CancellationToken cancel)
    {
        var until = clock.GetUtcNow().UtcDateTime + Lease;
        var marked = await db.InTransactionAsync(
            token => db.Deliveries.Where(d => d.Id == delivery && d.ClaimedBy == claim && d.State == DeliveryState.Waiting).ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, DeliveryState.InFlight).SetProperty(x => x.ClaimedUntil, until),
                token),
            cancel);
        if (marked == 0)
        {
            throw new ClaimLostException(delivery);
        }
    }

    /// <summary>Writes what the server said of some deliveries of a claim. Rows that another node holds by now are left alone.</summary>
    public async Task CloseAsync(Guid claim, IReadOnlyCollection<Closing> closings, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.ChangeTracker.Clear();
        foreach (var (delivery, state, answer) in closings)
        {
            // Attached without being read: only what changes is written, and only while the claim is ours (a concurrency token).
            var row = new Delivery { Id = delivery.Id, Email = "", Articles = "", ClaimedBy = claim };
            var entry = db.Deliveries.Attach(row);
            (row.State, row.Answer, row.ClaimedBy, row.ClaimedUntil) = (state, answer, null, null);
            row.ClosedAt = state == DeliveryState.Waiting ? null : now;
            row.NotBefore = state == DeliveryState.Waiting ? now + DelayAfter(delivery.Attempts) : delivery.NotBefore;
            entry.Property(d => d.State).IsModified = true;
            entry.Property(d => d.ClaimedUntil).IsModified = true;
        }

        while (true)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateConcurrencyException lost)
            {
                foreach (var entry in lost.Entries)
                {
                    entry.State = EntityState.Detached;
                }
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

/// <summary>The row was taken by another node meanwhile.</summary>
public sealed class ClaimLostException(Guid delivery) : Exception($"Delivery {delivery} is held by another node.");
