namespace Gazetier.Features.Feeds.Hubs;

/// <summary>Every few seconds: notes what changed, and tells the hub. Runs only where the operator named one.</summary>
public sealed partial class HubRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HubRounds> log) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Step, clock, stoppingToken);
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RoundFailed(log, error);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<NoteFeeds>().RunAsync(cancel))
        {
        }

        await scope.ServiceProvider.GetRequiredService<TellHub>().RunAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The hub could not be told of feeds; trying again")]
    private static partial void RoundFailed(ILogger log, Exception error);
}
