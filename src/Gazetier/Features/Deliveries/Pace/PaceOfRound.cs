using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries.Pace;

/// <summary>
/// The pace of one posting by one node: any number of lines ask whether a mail may leave now, and are answered from shares that
/// were taken of the limits. Where nothing is limited, asking costs nothing.
/// </summary>
public sealed class PaceOfRound(IServiceScopeFactory scopes, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<(string Domain, PaceWindow Window), Share> _shares = [];
    private PaceRules _rules = PaceRules.None;
    private long? _lookedAt;

    public PaceRules Rules => Volatile.Read(ref _rules);

    /// <summary>Reads the rules again, where it is some time ago.</summary>
    public async Task LookAsync(GazetierDb db, Masthead masthead, CancellationToken cancel)
    {
        if (_lookedAt is { } looked && clock.GetElapsedTime(looked) < LooksAgainAfter)
        {
            return;
        }

        var rules = await db.PaceRules.AsNoTracking().ToListAsync(cancel);
        var plan = await db.WarmUpPlans.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancel);
        Volatile.Write(ref _rules, rules.Count == 0 && plan is null ? PaceRules.None : new PaceRules(rules, plan, await masthead.ZoneAsync(cancel)));
        _lookedAt = clock.GetTimestamp();
    }

    /// <summary>Null: the mail may leave. Otherwise when it may be tried, UTC.</summary>
    public async ValueTask<DateTime?> AskAsync(Delivery delivery, CancellationToken cancel)
    {
        var rules = Rules;
        if (rules.AreNone)
        {
            return null;
        }

        await _turn.WaitAsync(cancel);
        try
        {
            var limits = rules.Of(PostingAlertQueries.DomainOf(delivery.Email), clock.GetUtcNow().UtcDateTime).ToList();
            foreach (var limit in limits)
            {
                if (!await HasOneAsync(limit, cancel))
                {
                    return limit.NextFor(_shares[(limit.Domain, limit.Window)].PutOff++);
                }
            }

            limits.ForEach(limit => _shares[(limit.Domain, limit.Window)].Left--);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_shares.Values.Any(share => share.Left > 0))
        {
            await using var scope = scopes.CreateAsyncScope();
            var budgets = scope.ServiceProvider.GetRequiredService<Budgets>();
            foreach (var share in _shares.Values)
            {
                await budgets.GiveBackAsync(share.Limit, share.Left, CancellationToken.None);
            }

            await budgets.ForgetAsync(clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        }
    }

    private async Task<bool> HasOneAsync(PaceLimit limit, CancellationToken cancel)
    {
        var key = (limit.Domain, limit.Window);
        if (!_shares.TryGetValue(key, out var share) || share.Limit.From != limit.From)
        {
            _shares[key] = share = new Share(limit);
        }

        if (share.Left == 0 && !share.IsFull)
        {
            await using var scope = scopes.CreateAsyncScope();
            share.Left = await scope.ServiceProvider.GetRequiredService<Budgets>().TakeAsync(limit, limit.Share, cancel);
            share.IsFull = share.Left == 0;
        }

        return share.Left > 0;
    }

    /// <param name="limit">In its window.</param>
    private sealed class Share(PaceLimit limit)
    {
        public PaceLimit Limit => limit;

        /// <summary>Taken, and not used yet.</summary>
        public int Left { get; set; }

        /// <summary>Nothing more can be taken.</summary>
        public bool IsFull { get; set; }

        public long PutOff { get; set; }
    }
}
