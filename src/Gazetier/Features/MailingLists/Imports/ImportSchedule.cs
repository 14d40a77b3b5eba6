using Quartz;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Each minute: goes on with imports that were begun.</summary>
[DisallowConcurrentExecution]
public class ImportSchedule(IServiceScopeFactory scopes) : IJob
{
    public const string Cron = "35 * * * * ?";

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(50);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyImport>().RunAsync(AtMost, cancellationToken);
    }
}
