using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The whole corpus of real articles: every page of it answers, and passes the Nu HTML checker; every feed parses; pages of every shape pass axe.</summary>
public partial class CorpusTests
{
    /// <summary>What is looked at again where a browser stands still.</summary>
    private const int PagesInAWalk = 60;

    /// <summary>What axe says of a page follows from the elements it is made of.</summary>
    private const int PagesOfAShape = 2;

    /// <summary>One page in so many is looked at for its contrast, too: all have the colours of one style sheet.</summary>
    private const int PagesForContrast = 8;

    private static readonly string Checker = Path.Combine(Tests.Paths.Root, "tests", "Gazetier.BrowserTests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    [Fact]
    public async Task Every_page_and_feed_of_the_corpus_answers_and_is_valid_and_accessible()
    {
        Assert.SkipWhen(Tests.Paths.Corpus is null, "the corpus (shared/corpus) is not on this machine");
        Assert.SkipUnless(File.Exists(Checker), "the Nu HTML checker is not installed: bin/setup test");
        await using var site = await LiveSite.OpenAsync(withDemo: false);
        var report = await site.WithAsync<ImportArticles, ImportReport>(import =>
            import.RunAsync(Path.Combine(Tests.Paths.Corpus!, "articles.jsonl"), new ImportOptions(Requirement.None), null, CancellationToken.None));
        report.Created.ShouldBe(486);
        report.Skipped.ShouldBeEmpty();

        var paths = await PathsAsync(site);
        paths.Count.ShouldBeGreaterThan(486);
        var problems = new ConcurrentQueue<string>();
        var folder = Directory.CreateTempSubdirectory("gazetier-nu-").FullName;
        using (var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            for (var i = 0; i < paths.Count; i++)
            {
                using var answer = await reader.GetAsync(site.Url + paths[i]);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    problems.Enqueue($"{paths[i]} answers {(int)answer.StatusCode}");
                }

                await File.WriteAllTextAsync(Path.Combine(folder, $"{i:0000}.html"), await answer.Content.ReadAsStringAsync());
            }
        }

        await CheckFeedsAsync(site, paths, problems);
        await CheckHtmlAsync(folder, paths, problems);
        await CheckAxeAsync(site, await OfEachShapeAsync(folder, paths), problems);
        Directory.Delete(folder, recursive: true);
        problems.ShouldBeEmpty();
    }

    private static Task<List<string>> PathsAsync(LiveSite site) => site.WithAsync<GazetierDb, List<string>>(async db =>
    [
        "/",
        .. (await db.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, a.Slug }).ToListAsync()).Select(a => ArticleAddress.Of(a.Id, a.Slug)),
        .. (await db.Sections.Select(s => s.Slug).ToListAsync()).Select(slug => $"/rubriques/{slug}/"),
        .. (await db.Themes.Select(t => t.Slug).ToListAsync()).Select(slug => $"/themes/{slug}/"),
        .. (await db.Dossiers.Select(d => d.Slug).ToListAsync()).Select(slug => $"/dossiers/{slug}/"),
        .. (await db.Authors.Select(a => a.Slug).ToListAsync()).Select(slug => $"/auteurs/{slug}/"),
    ]);

    /// <summary>Each list, in its three formats, is read by a parser.</summary>
    private static async Task CheckFeedsAsync(LiveSite site, List<string> paths, ConcurrentQueue<string> problems)
    {
        using var reader = new HttpClient(new SocketsHttpHandler());
        foreach (var path in paths.Where(path => !char.IsAsciiDigit(path.ElementAtOrDefault(1))))
        {
            foreach (var suffix in new[] { "feed/", "feed.atom", "feed.json" })
            {
                try
                {
                    await using var feed = await reader.GetStreamAsync(site.Url + path + suffix);
                    var entries = suffix == "feed.json"
                        ? (await JsonDocument.ParseAsync(feed)).RootElement.GetProperty("items").GetArrayLength()
                        : (await XDocument.LoadAsync(feed, LoadOptions.None, default)).Descendants().Count(e => e.Name.LocalName is "item" or "entry");
                    entries.ShouldBeGreaterThan(0);
                }
                catch (Exception e) when (e is HttpRequestException or XmlException or JsonException or ShouldAssertException)
                {
                    problems.Enqueue($"{path}{suffix}: {e.Message}");
                }
            }
        }
    }

    private static async Task CheckHtmlAsync(string folder, List<string> paths, ConcurrentQueue<string> problems)
    {
        var start = new ProcessStartInfo("java", ["-Xss8m", "-jar", Checker, "--errors-only", "--format", "gnu", "--skip-non-html", folder]) { RedirectStandardError = true, UseShellExecute = false };
        using var java = Process.Start(start)!;
        foreach (var line in (await java.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Path.GetFileNameWithoutExtension(line.Split(':')[1].Trim('"', '/'));
            var path = int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < paths.Count ? paths[index] : "?";
            problems.Enqueue($"{path}: {line}");
        }

        await java.WaitForExitAsync();
    }

    /// <summary>Pages that are made of the same elements have one shape.</summary>
    private static async Task<List<string>> OfEachShapeAsync(string folder, List<string> paths)
    {
        var shapes = new List<(string Shape, string Path)>();
        foreach (var (at, path) in paths.Index())
        {
            var html = await File.ReadAllTextAsync(Path.Combine(folder, $"{at:0000}.html"));
            shapes.Add((string.Join(' ', Element.Matches(html).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), path));
        }

        return [.. shapes.GroupBy(one => one.Shape, StringComparer.Ordinal).SelectMany(same => same.Take(PagesOfAShape)).Select(one => one.Path)];
    }

    [GeneratedRegex("<[a-z][a-z0-9]*", RegexOptions.None, 5000)]
    private static partial Regex Element { get; }

    private static async Task CheckAxeAsync(LiveSite site, List<string> paths, ConcurrentQueue<string> problems)
    {
        foreach (var part in paths.Chunk(PagesInAWalk))
        {
            await Chromium.WalkAsync(async browser =>
            {
                var waiting = new ConcurrentQueue<string>(part);
                await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
                {
                    var page = await browser.PageAsync();
                    await page.RouteAsync("**/images/**", route => route.AbortAsync());
                    while (waiting.TryDequeue(out var path))
                    {
                        await page.GotoAsync(site.Url + path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
                        await page.CheckAsync(path, problems, withContrast: paths.IndexOf(path) % PagesForContrast == 0);
                    }
                }));
            });
        }
    }
}
