using Quartz;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Each minute, thirty seconds past: what was due at the full minute leaves, and what was begun goes on. Hours of newsletters are in
/// the newspaper's zone (<see cref="Newsletter.NextAfter"/>); a minute is the same in all.
/// </summary>
[DisallowConcurrentExecution]
public class NewsletterSchedule(IServiceScopeFactory scopes, IHostApplicationLifetime program, TimeProvider clock) : IJob
{
    public const string Cron = "30 * * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program.ApplicationStopping);
        await using var scope = scopes.CreateAsyncScope();
        var post = scope.ServiceProvider.GetRequiredService<PostNewsletters>();
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            await post.RunAsync(now, cancel: stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops: what waits is written and posted after the next start.
        }
    }
}
