using Quartz;

namespace Gazetier.Features.Subscriptions;

/// <summary>Once an hour: what time does to subscriptions. Days count here, not minutes.</summary>
[DisallowConcurrentExecution]
public class SubscriptionSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "20 7 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ResumePauses>().RunAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<AnnounceRenewals>().RunAsync(cancellationToken);
    }
}
