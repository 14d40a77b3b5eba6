using System.Diagnostics;
using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gazetier.Bench.Measures;

/// <summary>
/// R5: two nodes of PostgreSQL post one issue together; one of them is killed and started again, ten times a round. What the sink
/// was not given, and what it was given more than once. Needs <c>bin/with-postgres</c>; without, it measures nothing.
/// </summary>
internal static class NodesMeasure
{
    private const int Articles = 500;
    private const int Connections = 4;
    private const int KillsOfARound = 10;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable("GAZETIER_TEST_DATABASE") is not { Length: > 0 } server)
        {
            await Console.Error.WriteLineAsync("R5 needs a PostgreSQL: bin/with-postgres bin/bench R5");
            return [];
        }

        var database = new NpgsqlConnectionStringBuilder(server) { Database = "r5_" + Guid.CreateVersion7().ToString("N"), Pooling = false }.ConnectionString;
        string[] folders = [Directory.CreateTempSubdirectory("r5-").FullName, Directory.CreateTempSubdirectory("r5-").FullName];
        try
        {
            await CreateAsync(server, database, folders[0], setting, cancel);
            return await MeasureAsync(database, folders, setting, cancel);
        }
        finally
        {
            Array.ForEach(folders, folder => Directory.Delete(folder, recursive: true));
            await OnServerAsync(server, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)", cancel);
        }
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(string database, string[] folders, Setting setting, CancellationToken cancel)
    {
        var kills = setting.Rounds * KillsOfARound;
        var dice = new Random(kills);
        await using var sink = new CountingSink();
        Process[] nodes = [.. folders.Select(folder => Node(folder, sink.Port, database))];
        for (var kill = 0; kill < kills && nodes.Any(node => !node.HasExited); kill++)
        {
            var at = sink.Count + dice.Next(1, Math.Max(2, setting.Readers / kills));
            while (sink.Count < at && nodes.Any(node => !node.HasExited))
            {
                await Task.Delay(1, cancel);
            }

            var which = kill % 2;
            nodes[which].Kill();
            await nodes[which].WaitForExitAsync(cancel);
            nodes[which].Dispose();
            nodes[which] = Node(folders[which], sink.Port, database);
        }

        await Task.WhenAll(nodes.Select(node => node.WaitForExitAsync(cancel)));
        Array.ForEach(nodes, node => node.Dispose());
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(database).Options);
        var owed = await db.Deliveries.CountAsync(cancel);
        var open = await db.Deliveries.CountAsync(d => d.State == DeliveryState.Waiting || d.State == DeliveryState.InFlight, cancel);
        var what = string.Create(CultureInfo.InvariantCulture, $"of {owed} mails, two nodes, {kills} kills");
        return
        [
            new Result("R5", what + ": lost", owed - sink.Distinct, 0, "mails", "0", owed == sink.Distinct),
            new Result("R5", what + ": repeated", sink.Count - sink.Distinct, 0, "mails", "0", sink.Count == sink.Distinct),
            new Result("R5", what + ": without a final state", open, 0, "mails", "0", open == 0),
        ];
    }

    private static Process Node(string folder, int port, string database)
    {
        var node = Posting.Start(folder, port, Connections, database);
        node.OutputDataReceived += (_, _) => { };
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        return node;
    }

    private static async Task CreateAsync(string server, string database, string folder, Setting setting, CancellationToken cancel)
    {
        await OnServerAsync(server, $"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}", cancel);
        var start = new ProcessStartInfo(Root.Program, ["generate", "--articles", $"{Articles}", "--readers", $"{setting.Readers}"]);
        start.Environment["Gazetier__Data"] = folder;
        start.Environment["Gazetier__Database"] = database;
        using var generate = Process.Start(start)!;
        await generate.WaitForExitAsync(cancel);
        if (generate.ExitCode != 0)
        {
            throw new InvalidOperationException("gazetier generate failed.");
        }
    }

    private static async Task OnServerAsync(string server, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
