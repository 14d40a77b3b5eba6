using Gazetier.Data;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>Opens issues: the same key is the same issue, whoever asks, and how many at once. Pauses, resumes and stops them.</summary>
public class Issues(GazetierDb db, Masthead masthead, TimeProvider clock)
{
    /// <summary>How long after it was composed an issue may still get deliveries.</summary>
    private static readonly TimeSpan MayGrow = TimeSpan.FromMinutes(10);

    /// <param name="key">"digest/2026-11-23T06:00Z".</param>
    /// <param name="now">UTC.</param>
    public async Task<Guid> OpenAsync(string key, string list, string title, DateTime now, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is { } known)
        {
            return known;
        }

        var issue = new Issue { Key = key, List = list, Title = title, CreatedAt = now, ComposedAt = now };
        db.Issues.Add(issue);
        try
        {
            await db.SaveChangesAsync(cancel);
            return issue.Id;
        }
        catch (DbUpdateException)
        {
            // Another node opened it at the same moment.
            db.ChangeTracker.Clear();
            return await FindAsync(key, cancel) ?? throw new InvalidOperationException($"No issue '{key}'.");
        }
    }

    /// <summary>
    /// Holds the issue until the end of the transaction; whoever else asks for it waits. One that was done goes on, since it
    /// gets deliveries now.
    /// </summary>
    public Task HoldAsync(Guid issue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Issues.Where(i => i.Id == issue).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.ComposedAt, now).SetProperty(x => x.State, x => x.State == IssueState.Done ? IssueState.Running : x.State), cancel);
    }

    /// <summary>Issues of a list whose deliveries may leave, oldest first; none while complaints hold the list (E-05).</summary>
    public async Task<List<Guid>> RunningAsync(string list, CancellationToken cancel) =>
        await db.IsListStoppedAsync(list, clock.GetUtcNow().UtcDateTime, cancel)
            ? []
            : await db.Issues.AsNoTracking().Where(i => i.State == IssueState.Running && i.List == list).OrderBy(i => i.CreatedAt).Select(i => i.Id).ToListAsync(cancel);

    /// <summary>Domains whose servers refuse us now (E-04), in small letters.</summary>
    public Task<HashSet<string>> PausedDomainsAsync(CancellationToken cancel) => db.PausedDomainsAsync(clock.GetUtcNow().UtcDateTime, cancel);

    /// <summary>Reads the rules of the pace, where it is some time ago.</summary>
    public Task LookAtPaceAsync(PaceOfRound pace, CancellationToken cancel) => pace.LookAsync(db, masthead, cancel);

    /// <summary>Nothing more of it leaves, until it is resumed. False: it had ended, or was paused already.</summary>
    public async Task<bool> PauseAsync(Guid issue, CancellationToken cancel) => await MoveAsync(issue, IssueState.Running, IssueState.Paused, cancel);

    public async Task<bool> ResumeAsync(Guid issue, CancellationToken cancel) => await MoveAsync(issue, IssueState.Paused, IssueState.Running, cancel);

    /// <summary>What has not left will not: it is dropped. False: it had ended.</summary>
    public async Task<bool> StopAsync(Guid issue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isStopped = await db.Issues.Where(i => i.Id == issue && (i.State == IssueState.Running || i.State == IssueState.Paused))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, IssueState.Stopped).SetProperty(x => x.EndedAt, now), cancel) == 1;
        await DropAsync(db.Issues.Where(i => i.Id == issue && i.State == IssueState.Stopped), cancel);
        return isStopped;
    }

    /// <summary>
    /// Closes the issues of a list of which nothing is left, and drops what a node gave back of an issue that was stopped
    /// while it held it.
    /// </summary>
    public async Task EndAsync(string list, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lately = now - Ledger.GivesUpAfter;
        await DropAsync(db.Issues.Where(i => i.State == IssueState.Stopped && i.EndedAt > lately && i.List == list), cancel);
        var before = now - MayGrow;
        await db.Issues.Where(i => i.State == IssueState.Running && i.List == list && i.ComposedAt < before)
            .Where(i => !db.Deliveries.Any(d => d.IssueId == i.Id && (d.State == DeliveryState.Waiting || d.State == DeliveryState.InFlight)))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, IssueState.Done).SetProperty(x => x.EndedAt, now), cancel);
    }

    private async Task DropAsync(IQueryable<Issue> stopped, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var issue in await stopped.Select(i => i.Id).ToListAsync(cancel))
        {
            await db.Deliveries.Where(d => d.IssueId == issue && d.State == DeliveryState.Waiting).ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, DeliveryState.Dropped)
                    .SetProperty(x => x.ClosedAt, now)
                    .SetProperty(x => x.ClaimedBy, (Guid?)null)
                    .SetProperty(x => x.ClaimedUntil, (DateTime?)null),
                cancel);
        }
    }

    private async Task<bool> MoveAsync(Guid issue, IssueState from, IssueState to, CancellationToken cancel) =>
        await db.Issues.Where(i => i.Id == issue && i.State == from).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, to), cancel) == 1;

    private Task<Guid?> FindAsync(string key, CancellationToken cancel) =>
        db.Issues.AsNoTracking().Where(i => i.Key == key).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel);
}
