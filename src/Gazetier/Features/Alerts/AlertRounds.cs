using Gazetier.Changes;

namespace Gazetier.Features.Alerts;

/// <summary>
/// Woken by the change log when an article appears, so that its alerts leave within seconds; looks by itself now and then, for
/// what quiet hours or a server put off.
/// </summary>
public sealed partial class AlertRounds(IServiceScopeFactory scopes, ILogger<AlertRounds> log) : BackgroundService, IFollowChanges
{
    private static readonly TimeSpan LooksByItself = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _bell = new(0, 1);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (_bell.CurrentCount == 0 && changes.Any(change => change.What.StartsWith("article.", StringComparison.Ordinal)))
        {
            _bell.Release();
        }

        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _bell.WaitAsync(LooksByItself, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IssueAlerts>().RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotAlert(log, error);
                await Task.Delay(LooksByItself, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts could not be matched or posted; trying again")]
    private static partial void CouldNotAlert(ILogger log, Exception error);
}
