namespace Gazetier.Features.Figures;

/// <summary>
/// Lets <see cref="KeepCounts"/> run every ten seconds and when the program stops. A node that is killed loses what it counted in the last
/// ten seconds.
/// </summary>
public partial class CountRounds(KeepCounts keep, ILogger<CountRounds> log) : BackgroundService
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            // Also where the program has no more time to stop in: one short write.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await keep.RunAsync(limit.Token);
        }
        catch (Exception error)
        {
            Lost(log, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await KeepAsync(stoppingToken);
        }
    }

    private async Task KeepAsync(CancellationToken cancel)
    {
        try
        {
            await keep.RunAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotKeep(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Figures could not be written; they are kept and tried again")]
    private static partial void CouldNotKeep(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Figures of the last seconds could not be written before the program ended: they are lost")]
    private static partial void Lost(ILogger log, Exception error);
}
