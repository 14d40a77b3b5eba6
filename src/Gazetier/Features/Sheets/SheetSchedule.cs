using Quartz;

namespace Gazetier.Features.Sheets;

/// <summary>Every quarter of an hour: says which sheets have ended.</summary>
[DisallowConcurrentExecution]
public class SheetSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "50 7/15 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindOfSheets>().RunAsync(cancellationToken);
    }
}
