using Quartz;

namespace Gazetier.Features.DataMap;

/// <summary>Looks each hour whether tonight's forgetting is done.</summary>
[DisallowConcurrentExecution]
public class ForgetSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "50 25 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetEachNight>().RunAsync(cancellationToken);
    }
}
