namespace Gazetier.Features.Search.Indexing;

/// <summary>Keeps this node's index: opens it after the start, writes what the change log tells of within a second, saves it now and then.</summary>
public sealed partial class KeepIndex(SearchIndex index, TimeProvider clock, ILogger<KeepIndex> log) : BackgroundService
{
    /// <summary>After the start, so that the first readers are not held up by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SavedEach = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LooksAgainEach = TimeSpan.FromHours(1);
    private static readonly TimeSpan TriesAgain = TimeSpan.FromSeconds(5);
    private DateTimeOffset _looked = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Patience, clock, stoppingToken);
            await RoundAsync(stoppingToken, isFirst: true);
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The newspaper stops.
        }
    }

    private async Task RoundAsync(CancellationToken cancel, bool isFirst = false)
    {
        try
        {
            await index.CatchUpAsync(cancel);
            if (isFirst)
            {
                await index.CommitAsync(cancel);
                index.Verify();
                return;
            }

            await index.WaitAsync(SavedEach, cancel);
            if (clock.GetUtcNow() - _looked >= LooksAgainEach)
            {
                _looked = clock.GetUtcNow();
                index.PassTime();
            }

            await index.CatchUpAsync(cancel);
            await index.CommitAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotKeep(log, error);
            await Task.Delay(TriesAgain, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be brought up to date; trying again")]
    private static partial void CouldNotKeep(ILogger log, Exception error);
}
