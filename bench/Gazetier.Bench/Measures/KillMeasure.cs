using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>
/// R1: <c>gazetier issue digest</c> killed at random moments of its posting, ten times a round, and then run to its end;
/// what the sink was not given, and what it was given more than once.
/// </summary>
internal static class KillMeasure
{
    private const int Articles = 2000;
    private const int Connections = 4;
    private const int KillsOfARound = 10;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var paper = (await Newspaper.OfAsync(setting, Articles, setting.Readers, cancel)).Copy("-killed");
        try
        {
            var kills = setting.Rounds * KillsOfARound;
            await using var sink = new CountingSink();
            var dice = new Random(kills);
            for (var kill = 0; kill < kills; kill++)
            {
                await KillAsync(paper.Folder, sink, sink.Count + dice.Next(1, setting.Readers / kills), cancel);
            }

            await Posting.RunAsync(paper.Folder, sink.Port, Connections, cancel);
            var owed = await paper.AskAsync(db => db.Deliveries.CountAsync(cancel));
            var what = string.Create(CultureInfo.InvariantCulture, $"of {owed} mails, {kills} kills");
            return
            [
                new Result("R1", what + ": lost", owed - sink.Distinct, 0, "mails", "0", owed == sink.Distinct),
                new Result("R1", what + ": repeated", sink.Count - sink.Distinct, 0, "mails", "0", sink.Count == sink.Distinct),
            ];
        }
        finally
        {
            Directory.Delete(paper.Folder, recursive: true);
        }
    }

    private static async Task KillAsync(string data, CountingSink sink, int at, CancellationToken cancel)
    {
        using var issue = Posting.Start(data, sink.Port, Connections);
        var said = (issue.StandardOutput.ReadToEndAsync(cancel), issue.StandardError.ReadToEndAsync(cancel));
        while (sink.Count < at && !issue.HasExited)
        {
            await Task.Delay(1, cancel);
        }

        if (issue.HasExited)
        {
            throw new InvalidOperationException("It ended before it could be killed: " + await said.Item2);
        }

        issue.Kill();
        await issue.WaitForExitAsync(cancel);
    }
}
