using Gazetier.Features.Deliveries.Pace;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// One posting of a list by one node: takes from its issues, the oldest first, as long as they run, and gives back what was
/// not tried. One at a time asks for the next; any number ask whether an issue is held.
/// </summary>
public sealed class PostingRound(string list, Ledger ledger, Issues issues, LeavingJournal journal, PaceOfRound pace, TimeProvider clock)
{
    /// <summary>How long somebody who pauses an issue waits at most before the last mail leaves.</summary>
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private HashSet<Guid> _running = [];
    private HashSet<string> _pausedDomains = [];
    private long _lookedAt;
    private long _full;

    public LeavingJournal Journal => journal;

    public PaceOfRound Pace => pace;

    public int MarkedTogether { get; } = ledger.MarkedTogether;

    /// <summary>The next batch; null when nothing waits.</summary>
    public async Task<Claim?> NextAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await LookAsync(cancel);
            foreach (var issue in _running)
            {
                var by = Guid.CreateVersion7();
                journal.Claim(by);
                if (await ledger.ClaimAsync(issue, by, cancel) is { } claim)
                {
                    return claim;
                }
            }

            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Somebody paused or stopped the issue: nothing more of it may leave.</summary>
    public async ValueTask<bool> IsHeldAsync(Claim claim, CancellationToken cancel)
    {
        var issue = claim.Deliveries[0].IssueId;
        if (clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) > LooksAgainAfter)
        {
            await _turn.WaitAsync(cancel);
            try
            {
                await LookAsync(cancel);
            }
            finally
            {
                _turn.Release();
            }
        }

        return !Volatile.Read(ref _running).Contains(issue);
    }

    /// <summary>The address's server refuses us for now: the delivery waits, and nobody asks the server (E-04).</summary>
    public bool IsPaused(Delivery delivery)
    {
        var paused = Volatile.Read(ref _pausedDomains);
        return paused.Count > 0 && paused.Contains(PostingAlertQueries.DomainOf(delivery.Email));
    }

    /// <summary>UTC; when a delivery may be tried whose domain's lane is full: a batch each half minute.</summary>
    public DateTime NextForFull() => clock.GetUtcNow().UtcDateTime.AddSeconds(30 * (1 + ((Interlocked.Increment(ref _full) - 1) / Ledger.Batch)));

    /// <summary>Gives back what was taken and not tried. All that was tried is written by now, or could not be: then it counts as sent.</summary>
    public Task<int> ReleaseAsync() => ledger.SettleAsync(journal, CancellationToken.None);

    private async Task LookAsync(CancellationToken cancel)
    {
        Volatile.Write(ref _running, [.. await issues.RunningAsync(list, cancel)]);
        Volatile.Write(ref _pausedDomains, await issues.PausedDomainsAsync(cancel));
        await issues.LookAtPaceAsync(pace, cancel);
        Volatile.Write(ref _lookedAt, clock.GetTimestamp());
    }
}
