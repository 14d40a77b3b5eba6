using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Each minute: goes on with imports that were begun, and forgets the lines of those that are long done.</summary>
[DisallowConcurrentExecution]
public class ImportSchedule(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public const string Cron = "35 * * * * ?";

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(50);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyImport>().RunAsync(AtMost, cancellationToken);
        await ForgetAsync(scope.ServiceProvider.GetRequiredService<GazetierDb>(), clock.GetUtcNow().UtcDateTime, cancellationToken);
    }

    /// <summary>The import itself, its proof and the consents stay.</summary>
    public static Task ForgetAsync(GazetierDb db, DateTime now, CancellationToken cancel)
    {
        var before = now - ListImport.KeepsLines;
        return db.ListImportLines.Where(l => db.ListImports.Any(i => i.Id == l.ImportId && i.CreatedAt < before && (i.AppliedAt == null || i.AppliedAt < before) && i.State != ImportState.Applying))
            .ExecuteDeleteAsync(cancel);
    }
}
