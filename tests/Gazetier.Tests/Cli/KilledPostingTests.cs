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

    [Fact]
    public async Task R6_a_disk_that_is_full_stops_the_posting_and_with_room_again_it_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux limits the size of files so");
        await using var server = new FakeSmtp { Offers = ["PIPELINING", "CHUNKING"] };
        using (var generate = Start("generate", "--articles", "30", "--readers", $"{Readers}"))
        {
            await generate.WaitForExitAsync();
        }

        // The journal of what leaves must fit; what the database wants beyond does not, at first or a little later.
        var least = Math.Max(1200, new FileInfo(Path.Combine(_folder, "gazetier.db")).Length / 1024);
        for (var room = 0; room <= 400; room += 200)
        {
            using var full = StartLimited(least + room, server.Address);
            await full.WaitForExitAsync();
        }

        using var last = Start("issue", "digest", server.Address);
        await last.WaitForExitAsync();
        last.ExitCode.ShouldBe(0);
        var ids = server.Mails.Select(mail => MessageIdOf(mail.Text)).ToList();
        (ids.Count, ids.Distinct().Count()).ShouldBe((await OwedAsync(), await OwedAsync()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>No file may grow over so many kilobytes: a write beyond is refused, as on a disk that is full.</summary>
    private Process StartLimited(long kilobytes, string smtp)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet '{Path.Combine(AppContext.BaseDirectory, "gazetier.dll")}' issue digest"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Begin(start, smtp);
    }

    private Process Start(params string[] arguments)
    {
        var smtp = arguments.FirstOrDefault(argument => argument.StartsWith("smtp:", StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gazetier.dll"), .. arguments.Where(argument => argument != smtp)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Begin(start, smtp ?? "");
    }

    private Process Begin(ProcessStartInfo start, string smtp)
    {
        start.Environment["Gazetier__Data"] = _folder;
        start.Environment["Gazetier__Mail__Smtp"] = smtp;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        if (start.RedirectStandardError)
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
        }

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
