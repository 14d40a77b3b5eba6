using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Cli;

/// <summary>R1, small: the program is killed in the middle of posting, again and again; nothing is lost, nothing repeated.</summary>
public sealed class KilledPostingTests : IDisposable
{
    private const int Readers = 400;
    private const int Kills = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("gazetier-killed-").FullName;

    [Fact]
    public async Task R1_A_posting_that_is_killed_loses_nothing_and_repeats_nothing()
    {
        await using var server = new FakeSmtp { Offers = ["PIPELINING", "CHUNKING"] };
        using (var generate = Start("generate", "--articles", "30", "--readers", $"{Readers}"))
        {
            await generate.WaitForExitAsync();
            generate.ExitCode.ShouldBe(0);
        }

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var killed = Start("issue", "digest", server.Address);
            while (server.Mails.Count < kill * Readers / (Kills + 2) && !killed.HasExited)
            {
                await Task.Delay(1);
            }

            killed.HasExited.ShouldBeFalse();
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        using var last = Start("issue", "digest", server.Address);
        await last.WaitForExitAsync();
        var ids = server.Mails.Select(mail => MessageIdOf(mail.Text)).ToList();
        var owed = await OwedAsync();
        owed.ShouldBeGreaterThan(Readers / 2);
        (ids.Count, ids.Distinct().Count()).ShouldBe((owed, owed));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(params string[] arguments)
    {
        var smtp = arguments.FirstOrDefault(argument => argument.StartsWith("smtp:", StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gazetier.dll"), .. arguments.Where(argument => argument != smtp)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["Gazetier__Data"] = _folder;
        start.Environment["Gazetier__Mail__Smtp"] = smtp ?? "";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Editions that were composed; the dice may leave a reader without news.</summary>
    private async Task<int> OwedAsync()
    {
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(_folder, "gazetier.db")};Pooling=False").Options);
        return await db.Deliveries.CountAsync();
    }

    private static string MessageIdOf(string text) => text.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.Ordinal));
}
