using Gazetier.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gazetier.Web;

/// <summary>Ready means that the database answers.</summary>
public class DatabaseAnswers(GazetierDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
