using System.CommandLine;
using System.Net.Sockets;
using Gazetier.Data;
using Gazetier.Features.Search.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Cli;

/// <summary><c>check</c>: says what is wrong with settings, database, pictures, search and mail.</summary>
public static class CheckCommand
{
    public static Command Make()
    {
        var command = new Command("check", "Says what is wrong with settings, database, pictures, search and mail.");
        command.Subcommands.Add(CheckMailCommand.Make());
        command.SetAction((_, cancel) => Running.OnNewspaperAsItIsAsync(services => CheckAsync(services, cancel)));
        return command;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, CancellationToken cancel)
    {
        var problems = new List<string>();
        var options = services.GetRequiredService<NewspaperOptions>();
        await Running.InScopeAsync<GazetierDb, bool>(services, async db =>
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
            problems.AddRange(pending.Select(name => $"migration {name} is not applied: gazetier migrate"));
            // Tables that are not there yet have no rows to look at.
            problems.AddRange(pending.Count > 0 ? [] : [.. await DatabaseAsync(db, cancel), .. await PicturesAsync(db, options, cancel), .. await SearchAsync(services, cancel)]);
            return true;
        });
        problems.AddRange(await MailAsync(options, cancel));
        foreach (var problem in problems)
        {
            Console.WriteLine("wrong: " + problem);
        }

        Console.WriteLine(problems.Count == 0 ? "Settings, database, pictures, search and mail are in order." : $"{problems.Count} wrong.");
        return problems.Count == 0 ? 0 : 1;
    }

    private static async Task<IEnumerable<string>> DatabaseAsync(GazetierDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            return [];
        }

        var integrity = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancel);
        return integrity.Where(line => line != "ok").Select(line => "database: " + line);
    }

    /// <summary>Where the index and the database say something else. What changed in the last half minute may not be saved yet.</summary>
    private static async Task<IEnumerable<string>> SearchAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            var differences = await services.GetRequiredService<SearchIndex>().CompareSavedAsync(cancel);
            if (differences is null)
            {
                Console.WriteLine("note: there is no search index here yet; the newspaper makes it when it starts");
            }

            return differences is { Count: > 0 }
                ? [$"search: {differences.Missing.Count} missing, {differences.Outdated.Count} outdated, {differences.Gone.Count} that are gone ({string.Join(", ", differences.All.Take(5))}); the newspaper mends it while it runs"]
                : [];
        }
        catch (Exception error) when (error is IOException or IndexOutOfRangeException)
        {
            return ["search: the index is damaged; the newspaper makes it anew at its next start or when it meets it"];
        }
    }

    private static async Task<IEnumerable<string>> PicturesAsync(GazetierDb db, NewspaperOptions options, CancellationToken cancel)
    {
        var folder = Path.Combine(options.Data, "pictures");
        var kept = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal)
            : [];
        var keys = await db.Pictures.Select(p => p.Key).ToListAsync(cancel);
        return keys.Where(key => !kept.Contains(key)).Select(key => $"the file of picture {key} is missing in {folder}");
    }

    private static async Task<IEnumerable<string>> MailAsync(NewspaperOptions options, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(options.Mail.Smtp))
        {
            return [];
        }

        var server = new Uri(options.Mail.Smtp);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.IsDefaultPort ? (server.Scheme == "smtps" ? 465 : 25) : server.Port, cancel);
            return [];
        }
        catch (SocketException refused)
        {
            return [$"the SMTP server {server.Host} does not answer: {refused.Message}"];
        }
    }
}
