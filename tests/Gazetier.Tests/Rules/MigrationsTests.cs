using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>The migrations of both databases say what the classes say (docs/decisions/0003).</summary>
public class MigrationsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void Nothing_waits_for_a_migration(string database)
    {
        using GazetierDb db = database == "Sqlite" ? new SqliteDbFactory().CreateDbContext([]) : new PostgresDbFactory().CreateDbContext([]);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"a table changed and {database} was not told: bin/migration NAME");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new SqliteDbFactory().CreateDbContext([]);
        using var postgres = new PostgresDbFactory().CreateDbContext([]);

        Names(sqlite).ShouldBe(Names(postgres));
        Names(sqlite).ShouldNotBeEmpty();
    }

    private static List<string> Names(GazetierDb db) => [.. db.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..])];
}
