using System.Diagnostics;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Gazetier.Features.Search.Indexing;

namespace Gazetier.Bench.Measures;

/// <summary>
/// P7: a page of results with its facets, beside FTS5 and PostgreSQL over the same texts: each of the judged questions in turn, the slowest
/// twentieth of a round counts. What making the index costs, and what it holds in memory. P11: the same over five times as many texts.
/// </summary>
internal static class SearchMeasure
{
    /// <summary>Of the questions, the slowest that are left aside.</summary>
    private const double Slowest = 0.05;

    private static readonly DateTime Now = new(2026, 11, 27, 6, 0, 0, DateTimeKind.Utc);

    private static readonly Rights Subscriber = new() { IsRegistered = true, Grants = [new Grant(GrantSource.Subscription, Now.AddYears(-1), Now.AddYears(1), "Formule Individuelle", ProductSet.Paper)] };

    private static readonly Synonyms Known = new(KnownSynonyms.Brought.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        if (SearchTexts.Of(setting) is not { } texts)
        {
            Console.WriteLine("P7 is made of the corpus' sentences: there is none here.");
            return [];
        }

        Directory.CreateDirectory(setting.Folder);
        var headings = texts.Headings;
        var (folder, large) = (Path.Combine(setting.Folder, "search"), Path.Combine(setting.Folder, $"search-{setting.Articles * 5}"));
        var results = new List<Result>();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var rate = Make(folder, texts.Make(setting.Articles));
        if (!Directory.Exists(large))
        {
            Console.WriteLine($"{setting.Articles * 5:N0} texts: {Make(large + ".new", texts.Make(setting.Articles * 5)):N0} a second");
            Directory.Move(large + ".new", large);
        }

        await using var server = await Postgres.StartAsync(cancel);
        await using var fts = await SearchPeer.Fts5Async(Path.Combine(setting.Folder, "search.fts5"), texts.Make(setting.Articles), cancel);
        await using var postgres = server is null ? null : await SearchPeer.PostgresAsync(server, texts.Make(setting.Articles), cancel);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.GetTimestamp();
        using var index = new OpenedIndex(folder);
        var opened = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        Ours(index, headings);
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        using var grown = new OpenedIndex(large);
        results.AddRange(await TakeTurnsAsync(setting, index, grown, headings, fts, postgres, cancel));
        results.Add(new Result("P7", "texts indexed, beside FTS5", rate, fts.Rate, "/s", "", null));
        if (postgres is not null)
        {
            results.Add(new Result("P7", "texts indexed, beside PostgreSQL", rate, postgres.Rate, "/s", "", null));
        }

        results.Add(new Result("P7", $"index of {setting.Articles:N0} texts opened", opened, double.NaN, "ms", "", null));
        results.Add(new Result("P7", "memory it holds once it was asked", megabytes, double.NaN, "MB", "", null));
        return results;
    }

    private static async Task<List<Result>> TakeTurnsAsync(Setting setting, OpenedIndex index, OpenedIndex grown, KnownHeadings headings, SearchPeer fts, SearchPeer? postgres, CancellationToken cancel)
    {
        var rounds = new List<(double Ours, double Grown, double Fts, double Postgres)>();
        for (var round = -1; round < setting.Rounds; round++)
        {
            var one = (Ours(index, headings), Ours(grown, headings), await TheirsAsync(fts, cancel), postgres is null ? double.NaN : await TheirsAsync(postgres, cancel));
            Console.WriteLine($"p95: ours {one.Item1:0.0} ms, over five times as many {one.Item2:0.0}, FTS5 {one.Item3:0.0}, PostgreSQL {one.Item4:0.0}");
            if (round >= 0)
            {
                rounds.Add(one);
            }
        }

        var what = $"a page of results with facets, {setting.Articles:N0} texts, p95, beside";
        var ours = Result.Median(rounds.Select(r => r.Ours));
        List<Result> results =
        [
            Result.Of("P7", $"{what} FTS5", [.. rounds.Select(r => (r.Ours, r.Fts))], "ms", "faster", ratio => ratio < 1),
            new Result("P7", "the same, at most", ours, 50, "ms", "< 50 ms", ours < 50),
            Result.Of("P11", $"the same, {setting.Articles * 5:N0} texts beside {setting.Articles:N0}", [.. rounds.Select(r => (r.Grown, r.Ours))], "ms", "flat, or the reason", ratio => ratio <= 1.5),
        ];
        if (postgres is not null)
        {
            results.Insert(1, Result.Of("P7", $"{what} PostgreSQL", [.. rounds.Select(r => (r.Ours, r.Postgres))], "ms", "faster", ratio => ratio < 1));
        }

        return results;
    }

    /// <returns>Texts in a second, until all of it is saved.</returns>
    private static double Make(string folder, IEnumerable<Findable> texts)
    {
        var (clock, count) = (Stopwatch.GetTimestamp(), 0);
        using (var index = new OpenedIndex(folder))
        {
            // In lots and from several hands, as the newspaper makes its own.
            foreach (var lot in texts.Chunk(200))
            {
                Parallel.ForEach(lot, index.Add);
                count += lot.Length;
            }

            index.Commit();
        }

        return count / Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static double Ours(OpenedIndex index, KnownHeadings headings)
    {
        var who = new WhoAsks(Subscriber, Now);
        return Percentile([.. SearchTexts.Questions().Select(written =>
        {
            var clock = Stopwatch.GetTimestamp();
            var question = ReadQuestion.Of(written, Known);
            index.Ask(searcher => AskIndex.Answer(searcher, question, headings, who, TimeZoneInfo.Utc, byDate: false, 1, AskIndex.PageSize));
            return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        })]);
    }

    private static async Task<double> TheirsAsync(SearchPeer peer, CancellationToken cancel)
    {
        var taken = new List<double>();
        foreach (var question in SearchTexts.Questions())
        {
            var clock = Stopwatch.GetTimestamp();
            await peer.AskAsync(question, cancel);
            taken.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return Percentile(taken);
    }

    private static double Percentile(List<double> taken) => taken.Order().ElementAt((int)Math.Ceiling(taken.Count * (1 - Slowest)) - 1);
}
