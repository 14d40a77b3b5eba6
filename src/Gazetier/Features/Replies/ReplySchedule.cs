using Quartz;

namespace Gazetier.Features.Replies;

/// <summary>Every five minutes: says which deadlines are near.</summary>
[DisallowConcurrentExecution]
public class ReplySchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "40 */5 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CallForReplies>().RunAsync(cancellationToken);
    }
}
