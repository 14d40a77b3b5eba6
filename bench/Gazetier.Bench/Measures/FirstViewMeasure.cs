using System.Diagnostics;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Bench.Measures;

/// <summary>P4: a page that nobody has asked for since something was published, in a large newspaper and in a small one.</summary>
internal static class FirstViewMeasure
{
    private const int ArticlesInRound = 5;

    /// <summary>A node looks at the change log each second when another process wrote it.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(1.6);

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        await using var large = await PaperAsync(setting, setting.Articles, cancel);
        await using var small = await PaperAsync(setting, setting.Few, cancel);
        var rounds = large.Pages.Select(_ => new List<(double, double)>()).ToList();
        for (var round = -2; round < setting.Rounds; round++)
        {
            await large.Paper.ForgetPagesAsync(cancel);
            await small.Paper.ForgetPagesAsync(cancel);
            await Task.Delay(Noticed, cancel);
            for (var page = 0; page < rounds.Count; page++)
            {
                var figures = (await large.TakeAsync(page, cancel), await small.TakeAsync(page, cancel));
                if (round >= 0)
                {
                    rounds[page].Add(figures);
                }
            }
        }

        return
        [
            .. rounds.Zip(large.Pages).GroupBy(pair => pair.Second.Kind, pair => pair.First).Select(kind => Result.Of(
                "P4", $"first view of {kind.Key}: {setting.Articles} articles beside {setting.Few}", [.. kind.SelectMany(k => k)], "ms", "≤ 1.5", ratio => ratio <= 1.5)),
        ];
    }

    private static async Task<Served> PaperAsync(Setting setting, int articles, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, articles, 0, cancel);
        var pages = await paper.AskAsync(async db =>
        {
            var newest = await db.Articles.NewestFirst().Take(ArticlesInRound).Select(a => new { a.Id, a.Slug, Section = a.MainSection.Slug }).ToListAsync(cancel);
            var theme = await db.Articles.NewestFirst().SelectMany(a => a.Themes).Select(t => t.Slug).FirstAsync(cancel);
            return new List<(string Kind, string Path)>([
                .. newest.Select(a => ("an article", ArticleAddress.Of(a.Id, a.Slug))),
                ("the home page", "/"), ("a section", $"/rubriques/{newest[0].Section}/"), ("a theme", $"/themes/{theme}/"),
            ]);
        });
        return new Served(paper, pages, await Child.NewspaperAsync(paper.Folder, cancel));
    }

    private sealed record Served(Newspaper Paper, List<(string Kind, string Path)> Pages, Child Server) : IAsyncDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler());

        /// <summary>Milliseconds to the last byte.</summary>
        public async Task<double> TakeAsync(int page, CancellationToken cancel)
        {
            var clock = Stopwatch.GetTimestamp();
            using var response = await _client.GetAsync(Server.Url + Pages[page].Path, HttpCompletionOption.ResponseContentRead, cancel);
            response.EnsureSuccessStatusCode();
            return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        }

        public ValueTask DisposeAsync()
        {
            _client.Dispose();
            return Server.DisposeAsync();
        }
    }
}
