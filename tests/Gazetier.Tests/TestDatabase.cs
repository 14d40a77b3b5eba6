using Gazetier.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gazetier.Tests;

/// <summary>A database of its own for each site: a copy of one that was migrated and filled with the cast once.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Server = Environment.GetEnvironmentVariable("GAZETIER_TEST_DATABASE") ?? "sqlite";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private TestDatabase(string folder, string? connection)
    {
        Folder = folder;
        Connection = connection;
    }

    public static bool IsPostgres => Server != "sqlite";

    public string Folder { get; }

    /// <summary>Null: the SQLite file in the folder.</summary>
    public string? Connection { get; }

    public static async Task<TestDatabase> CopyAsync()
    {
        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("gazetier-test-").FullName;
        if (!IsPostgres)
        {
            File.Copy(template, Path.Combine(folder, "gazetier.db"));
            return new TestDatabase(folder, null);
        }

        var name = NewName();
        // By copying its files: half the time of writing it again page by page, which nothing here needs to survive.
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new TestDatabase(folder, ConnectionTo(name));
    }

    /// <summary>An empty database, not even migrated.</summary>
    public static async Task<TestDatabase> EmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gazetier-test-").FullName;
        if (!IsPostgres)
        {
            return new TestDatabase(folder, null);
        }

        var name = NewName();
        await OnServerAsync($"CREATE DATABASE {name}");
        return new TestDatabase(folder, ConnectionTo(name));
    }

    public GazetierDb Open() => Connection is null
        ? new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(Folder, "gazetier.db")}").Options)
        : new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(Connection).Options);

    public async ValueTask DisposeAsync()
    {
        if (Connection is null)
        {
            using var pool = new SqliteConnection($"Data Source={Path.Combine(Folder, "gazetier.db")};Default Timeout=10;Cache=Private");
            SqliteConnection.ClearPool(pool);
        }
        else
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Connection).Database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var database = await EmptyAsync();
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
            await Newsroom.FillAsync(db);
        }

        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            return new NpgsqlConnectionStringBuilder(database.Connection).Database!;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database.Folder, recursive: true);
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(database.Folder, "gazetier.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        return file;
    }

    private static string NewName() => "t" + Guid.CreateVersion7().ToString("N");

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    private static async Task OnServerAsync(string command)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var run = new NpgsqlCommand(command, connection);
        await run.ExecuteNonQueryAsync();
    }
}
