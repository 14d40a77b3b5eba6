using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Recognises who asks from an organisation's network. The ranges lie in the memory of each node, and are read again only where
/// the change log says that one was given or taken. What an organisation opens is asked when somebody comes from there, and is
/// remembered for a minute, as a session is: so nothing here costs more where there are more ranges. The end of a term is asked
/// of the clock at each request.
/// </summary>
public partial class RecogniseAddresses(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecogniseAddresses> log) : BackgroundService, IFollowChanges
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    // Many who come at once from one network wait for one answer.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Ranges _ranges = new(new AddressIndex<RangeOwner>([]), new Dictionary<Guid, RangeOwner>());

    /// <summary>What a request brings by its address. The address is the connection's, which trusted proxies alone may say otherwise.</summary>
    public ValueTask<Brought?> BringAsync(HttpContext context, Reader reader)
    {
        var index = _ranges.Index;
        return index.Count == 0 || context.Connection.RemoteIpAddress is not { } address || index.Find(address) is not { } owner
            || context.Features.Get<BringsNoRight>() is not null ? default
            : owner.Knows(clock, Readers.Remembered, out var organisation) ? new ValueTask<Brought?>(organisation?.BringTo(reader, clock.GetUtcNow().UtcDateTime))
            : AskAsync(owner, context, reader);
    }

    /// <summary>Reads all ranges, and forgets what their organisations open.</summary>
    public async Task RenewAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var read = await scope.ServiceProvider.GetRequiredService<GazetierDb>().AddressRanges.AsNoTracking().Select(r => new { r.OrganisationId, r.First, r.Last }).ToListAsync(cancel);
            var owners = read.Select(range => range.OrganisationId).Distinct().ToDictionary(id => id, id => new RangeOwner(id));
            _ranges = new Ranges(
                new AddressIndex<RangeOwner>(read.Select(range => (AddressBlock.OfKey(range.First), AddressBlock.OfKey(range.Last), owners[range.OrganisationId]))), owners);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.What == AddressIndex.Changed || change.Tags == ChangeLog.Everything))
        {
            await RenewAsync(cancel);
            return;
        }

        foreach (var change in changes.Where(change => change.What == AddressIndex.TermsChanged))
        {
            var owners = _ranges.Owners;
            foreach (var tag in change.Tags.Split(' ').Where(tag => tag.StartsWith(AddressIndex.TagStart, StringComparison.Ordinal)))
            {
                owners.GetValueOrDefault(Guid.Parse(tag[AddressIndex.TagStart.Length..]))?.Forget();
            }
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryRenewAsync(cancellationToken))
        {
            await base.StartAsync(cancellationToken);
        }
    }

    /// <summary>The database was away when this node began: until it has read the ranges it knows of none.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Again);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken) && !await TryRenewAsync(stoppingToken))
            {
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task<bool> TryRenewAsync(CancellationToken cancel)
    {
        try
        {
            await RenewAsync(cancel);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotRead(log, error);
            return false;
        }
    }

    /// <summary>While the database is away nobody can have changed a contract: what is known is used on.</summary>
    private async ValueTask<Brought?> AskAsync(RangeOwner owner, HttpContext context, Reader reader)
    {
        var turn = _turns[(uint)owner.Id.GetHashCode() % _turns.Length];
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            if (!owner.Knows(clock, Readers.Remembered, out var organisation))
            {
                var askedAt = clock.GetTimestamp();
                organisation = await ReadAsync(owner.Id, context.RequestAborted);
                owner.Keep(organisation, askedAt);
            }

            return organisation?.BringTo(reader, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotRead(log, error);
            return owner.Last?.BringTo(reader, clock.GetUtcNow().UtcDateTime);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ReadingOrganisation?> ReadAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var contracts = await db.Subscriptions.AsNoTracking().Where(s => s.OrganisationId == id && s.SuspendedAt == null && s.Until > now)
            .Select(s => new { s.From, s.Until, s.Products, MayRedistribute = db.Licences.Any(l => l.SubscriptionId == s.Id && l.MayRedistribute) })
            .ToListAsync(cancel);
        if (contracts.Count == 0)
        {
            return null;
        }

        var name = await db.NameOfAsync(id, cancel);
        return new ReadingOrganisation(id, name, [.. contracts.Select(c => new Grant(GrantSource.Address, c.From, c.Until, name, c.Products, MayRedistribute: c.MayRedistribute))]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The address ranges of organisations could not be read; those of before are used")]
    private static partial void CouldNotRead(ILogger log, Exception error);

    private sealed record Ranges(AddressIndex<RangeOwner> Index, IReadOnlyDictionary<Guid, RangeOwner> Owners);
}
