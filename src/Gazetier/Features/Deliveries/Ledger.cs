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
    /// Mails that one line marks before it hands them over: so few that they leave within the lease, however slow the server
    /// (<see cref="Mail.Wire.SmtpLine.Patience"/>). On SQLite whoever settles has the journal too, which tells the marked from
    /// the gone; another node of PostgreSQL has the marks alone, and each may stand for one mail only.
    /// </summary>
    public int MarkedTogether => db.Database.IsSqlite() ? 4 : 1;

    /// <summary>
    /// Settles what was leaving when its node died, long ago: it counts as sent (docs/decisions/0009). Returns how many.
    /// </summary>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var left = db.Deliveries.Open(await NotEndedAsync(cancel)).Where(d => d.State == DeliveryState.InFlight && d.ClaimedUntil < now);
        return await db.InTransactionAsync(token => PresumeAsync(left, token), cancel);
    }

    /// <summary>
    /// Settles what a process of this machine held when it was killed, or holds when it is done, exactly: what had passed the
    /// point of no return counts as sent, the rest waits again at once. Returns how many count as sent.
    /// </summary>
    public async Task<int> SettleAsync(LeavingJournal left, CancellationToken cancel)
    {
        var claims = left.ReadClaims().Cast<Guid?>().ToList();
        var gone = left.ReadLeft();
        var held = db.Deliveries.Open(await NotEndedAsync(cancel)).Where(d => claims.Contains(d.ClaimedBy));
        var sent = (await held.Where(d => d.State == DeliveryState.InFlight).Select(d => d.Id).ToListAsync(cancel)).FindAll(gone.Contains);
        return await db.InTransactionAsync(
            async token =>
            {
                var presumed = await PresumeAsync(held.Where(d => sent.Contains(d.Id)), token);
                await GiveBackAsync(held, token);
                return presumed;
            },
            cancel);
    }

    /// <summary>Takes a batch of what waits in an issue; null when nothing does.</summary>
    /// <param name="by">The name of the claim, new for each.</param>
    public async Task<Claim?> ClaimAsync(Guid issue, Guid by, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var ids = await db.Deliveries.Takeable(issue, now).OrderBy(d => d.NotBefore).Take(Batch).Select(d => d.Id).ToListAsync(cancel);
            if (ids.Count == 0)
            {
                return null;
            }

            var until = now + Lease;
            var taken = await db.InTransactionAsync(
                token => db.Deliveries.Takeable(issue, now).Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(
                    d => d.SetProperty(x => x.ClaimedBy, by).SetProperty(x => x.ClaimedUntil, until).SetProperty(x => x.Attempts, x => x.Attempts + 1),
                    token),
                cancel);
            // None: another node got there first.
            if (taken > 0)
            {
                var rows = await db.Deliveries.AsNoTracking().Include(d => d.Issue).Where(d => ids.Contains(d.Id) && d.ClaimedBy == by).ToListAsync(cancel);
                return new Claim(by, until, rows);
            }
        }
    }

    /// <summary>1, 2, 4 … minutes, at most six hours.</summary>
    /// <param name="attempts">Made so far, from 1.</param>
    public static TimeSpan DelayAfter(int attempts)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    /// <summary>Also those that were stopped: what was leaving then may be in flight.</summary>
    private Task<List<Guid>> NotEndedAsync(CancellationToken cancel) =>
        db.Issues.Where(i => i.State != IssueState.Done).Select(i => i.Id).ToListAsync(cancel);

    private static Task<int> GiveBackAsync(IQueryable<Delivery> held, CancellationToken cancel) => held.ExecuteUpdateAsync(
        d => d.SetProperty(x => x.State, DeliveryState.Waiting)
            .SetProperty(x => x.ClaimedBy, (Guid?)null)
            .SetProperty(x => x.ClaimedUntil, (DateTime?)null)
            .SetProperty(x => x.Attempts, x => x.Attempts - 1),
        cancel);

    private Task<int> PresumeAsync(IQueryable<Delivery> deliveries, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return deliveries.ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, DeliveryState.Sent)
                .SetProperty(x => x.Answer, "presumed sent: the node died while the server was answering")
                .SetProperty(x => x.ClosedAt, now)
                .SetProperty(x => x.ClaimedBy, (Guid?)null)
                .SetProperty(x => x.ClaimedUntil, (DateTime?)null),
            cancel);
    }
}

/// <summary>Rows that one node holds.</summary>
/// <param name="Until">UTC; the end of the lease.</param>
public sealed record Claim(Guid Id, DateTime Until, IReadOnlyList<Delivery> Deliveries);

/// <summary>How one delivery ends, or that it waits again.</summary>
public readonly record struct Closing(Delivery Delivery, DeliveryState State, string? Answer)
{
    /// <summary>UTC; it was not tried, and waits for its turn. Null: it was.</summary>
    public DateTime? NextTurn { get; init; }
}
