using System.Diagnostics;
using Gazetier.Features.Deliveries;
using Gazetier.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Cli;

/// <summary>R5, small: two nodes of PostgreSQL share one posting, one is killed and started again; nothing is lost, nothing comes twice.</summary>
public sealed class TwoNodesTests : IDisposable
{
    private const int Readers = 600;
    private readonly string[] _folders = [Directory.CreateTempSubdirectory("gazetier-node-").FullName, Directory.CreateTempSubdirectory("gazetier-node-").FullName];

    [Fact]
    public async Task R5_two_nodes_share_one_posting_and_one_is_killed()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite has one node");
        await using var database = await TestDatabase.EmptyAsync();
        await using var server = new FakeSmtp { Offers = ["PIPELINING", "CHUNKING"] };
        using (var generate = Start(database, 0, server.Address, "generate", "--articles", "30", "--readers", $"{Readers}"))
        {
            await generate.WaitForExitAsync();
            generate.ExitCode.ShouldBe(0);
        }

        using var killed = Start(database, 0, server.Address, "issue", "digest");
        using var other = Start(database, 1, server.Address, "issue", "digest");
        while (server.Mails.Count < Readers / 4 && !killed.HasExited)
        {
            await Task.Delay(1);
        }

        killed.Kill();
        await killed.WaitForExitAsync();
        await other.WaitForExitAsync();
        // As the system's supervisor starts it again.
        using var again = Start(database, 0, server.Address, "issue", "digest");
        await again.WaitForExitAsync();
        await using var db = database.Open();
        var owed = await db.Deliveries.CountAsync();
        owed.ShouldBeGreaterThan(Readers / 2);
        (await db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent)).ShouldBe(owed);
        var ids = server.Mails.Select(mail => mail.Text.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.Ordinal))).ToList();
        (ids.Count, ids.Distinct().Count()).ShouldBe((owed, owed));
    }

    public void Dispose() => Array.ForEach(_folders, folder => Directory.Delete(folder, recursive: true));

    private Process Start(TestDatabase database, int node, string smtp, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gazetier.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["Gazetier__Data"] = _folders[node];
        start.Environment["Gazetier__Database"] = database.Connection;
        start.Environment["Gazetier__Mail__Smtp"] = smtp;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
