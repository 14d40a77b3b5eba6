using Quartz;

namespace Gazetier.Features.Digests;

/// <summary>
/// Each minute, twenty seconds past: composes and posts what was due at the full minute. An article stamped with that
/// minute has been committed by then, so none falls between two editions.
/// </summary>
[DisallowConcurrentExecution]
public class DigestSchedule(IServiceScopeFactory scopes, IHostApplicationLifetime program, TimeProvider clock) : IJob
{
    /// <summary>Every minute is the same in all time zones; the readers' hours are in the newspaper's (DigestRhythm).</summary>
    public const string Cron = "20 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program.ApplicationStopping);
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        try
        {
            await scope.ServiceProvider.GetRequiredService<IssueDigests>().RunAsync(minute, cancel: stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops: what waits in the ledger is posted after the next start.
        }
    }
}
