using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gazetier.Data;

/// <summary>The newspaper on a PostgreSQL server, shared by several nodes.</summary>
public class PostgresDb(DbContextOptions<PostgresDb> options) : GazetierDb(options)
{
    /// <summary>The channel that followers of the change log listen to.</summary>
    public const string Channel = "gazetier_changes";

    protected override Task<IDisposable?> TakeTurnAsync(CancellationToken cancel) => Task.FromResult<IDisposable?>(null);

    /// <summary>
    /// Numbers of the log must become visible in their order, or a follower would step over a line that commits late:
    /// writers of the log queue behind one lock until they commit. The notification leaves with the commit.
    /// </summary>
    protected override async Task BeforeWritingAsync(CancellationToken cancel)
    {
        if (AppendsChanges)
        {
            await Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7204711); NOTIFY " + Channel, cancel);
        }
    }
}

/// <summary>What <c>bin/migration</c> scaffolds with; never opened.</summary>
public class PostgresDbFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options);
}
