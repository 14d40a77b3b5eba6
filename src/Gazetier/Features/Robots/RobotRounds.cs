namespace Gazetier.Features.Robots;

/// <summary>Each minute, and when the program stops: writes the visits down, looks whether the files of robots changed, and forgets old addresses.</summary>
public partial class RobotRounds(KeepVisits keep, KnownRobots robots, VerifyRobots verify, ILogger<RobotRounds> log) : BackgroundService
{
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Also where the program has no more time to stop in: one short write.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await RunAsync(limit.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RunAsync(stoppingToken);
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            robots.Renew();
            verify.Sweep();
            await keep.RunAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            CouldNotKeep(log, error);
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Visits of robots could not be written; they are kept and tried again")]
    private static partial void CouldNotKeep(ILogger log, Exception error);
}
