using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Recognises who asks from an organisation's network. The ranges lie in the memory of each node; they are read anew when the
/// change log says so, and every half minute, so that a contract that was suspended opens nothing for longer than a minute. The
/// end of a term is asked of the clock at each request.
/// </summary>
public partial class RecogniseAddresses(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecogniseAddresses> log) : BackgroundService, IFollowChanges
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile AddressIndex<ReadingOrganisation> _index = new([]);
    private long _renewedAt;

    /// <summary>What a request brings by its address. The address is the connection's, which trusted proxies alone may say otherwise.</summary>
    public ValueTask<Brought?> BringAsync(HttpContext context, Reader reader)
    {
        var index = _index;
        return index.Count == 0 || context.Connection.RemoteIpAddress is null ? default
            : clock.GetElapsedTime(Volatile.Read(ref _renewedAt)) < Readers.Remembered ? new ValueTask<Brought?>(Bring(index, context, reader))
            : BringAnewAsync(context, reader);
    }

    /// <summary>Reads all ranges, and what the contracts of their organisations open.</summary>
    public async Task RenewAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            var started = clock.GetTimestamp();
            _index = await ReadAsync(cancel);
            Volatile.Write(ref _renewedAt, started);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel) =>
        changes.Any(change => change.What == AddressIndex.Changed) ? RenewAsync(cancel) : Task.CompletedTask;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRenewAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryRenewAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private Brought? Bring(AddressIndex<ReadingOrganisation> index, HttpContext context, Reader reader) =>
        index.Find(context.Connection.RemoteIpAddress!)?.BringTo(reader, clock.GetUtcNow().UtcDateTime);

    /// <summary>The rounds have fallen behind: what lies here is older than a right may be.</summary>
    private async ValueTask<Brought?> BringAnewAsync(HttpContext context, Reader reader)
    {
        await TryRenewAsync(context.RequestAborted);
        return Bring(_index, context, reader);
    }

    /// <summary>While the database is away nobody can have changed a contract: what lies here is read on.</summary>
    private async Task TryRenewAsync(CancellationToken cancel)
    {
        try
        {
            await RenewAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotRenew(log, error);
        }
    }

    private async Task<AddressIndex<ReadingOrganisation>> ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var ranges = await db.AddressRanges.AsNoTracking().Select(r => new { r.OrganisationId, r.First, r.Last }).ToListAsync(cancel);
        if (ranges.Count == 0)
        {
            return new AddressIndex<ReadingOrganisation>([]);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var contracts = await db.Subscriptions.AsNoTracking()
            .Where(s => s.SuspendedAt == null && s.Until > now && db.AddressRanges.Any(r => r.OrganisationId == s.OrganisationId))
            .Join(db.Organisations, s => s.OrganisationId, o => o.Id, (s, o) => new { o.Id, o.Name, s.From, s.Until, s.Products })
            .ToListAsync(cancel);
        var organisations = contracts.GroupBy(contract => contract.Id).ToDictionary(
            of => of.Key,
            of => new ReadingOrganisation(of.Key, of.First().Name, [.. of.Select(c => new Grant(GrantSource.Address, c.From, c.Until, c.Name, c.Products))]));
        return new AddressIndex<ReadingOrganisation>(ranges.Where(range => organisations.ContainsKey(range.OrganisationId))
            .Select(range => (AddressBlock.OfKey(range.First), AddressBlock.OfKey(range.Last), organisations[range.OrganisationId])));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The address ranges of organisations could not be read; those of before are used")]
    private static partial void CouldNotRenew(ILogger log, Exception error);
}
