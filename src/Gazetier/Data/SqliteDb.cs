using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gazetier.Data;

/// <summary>The newspaper in one file. Writers take turns in the process: waiting in SQLite itself costs seconds at the tail.</summary>
public class SqliteDb(DbContextOptions<SqliteDb> options) : GazetierDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    protected override async Task<IDisposable?> TakeTurnAsync(CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}

/// <summary>What <c>bin/migration</c> scaffolds with; never opened.</summary>
public class SqliteDbFactory : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
}
