using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Changes;

/// <summary>
/// One on each node: reads the log from where it stands and hands each line to all who follow. A node starts at the end
/// of the log, because it starts with nothing kept.
/// </summary>
public partial class ChangeFollower(
    IServiceScopeFactory scopes,
    IChangeBell bell,
    IEnumerable<IFollowChanges> followers,
    ILogger<ChangeFollower> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private long? _position;

    /// <summary>Reads to the end of the log now.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            while (await ReadBatchAsync(cancel) == Batch)
            {
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Fallback, stoppingToken);
                await CatchUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The database may be away for a while; the position stands, so nothing is stepped over.
                CouldNotFollow(log, error);
                await Task.Delay(Fallback, stoppingToken);
            }
        }
    }

    private async Task<int> ReadBatchAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        if (_position is not { } position)
        {
            _position = await db.Changes.MaxAsync(c => (long?)c.Id, cancel) ?? 0;
            return 0;
        }

        var changes = await db.Changes.AsNoTracking()
            .Where(c => c.Id > position).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancel);
        if (changes.Count > 0)
        {
            foreach (var follower in followers)
            {
                await follower.FollowAsync(changes, cancel);
            }

            _position = changes[^1].Id;
        }

        return changes.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The change log could not be followed; trying again")]
    private static partial void CouldNotFollow(ILogger log, Exception error);
}
