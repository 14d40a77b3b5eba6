using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The whole corpus of real articles: every page of it answers, and passes axe and the Nu HTML checker.</summary>
public class CorpusTests
{
    private static readonly string Checker = Path.Combine(Tests.Paths.Root, "tests", "Gazetier.BrowserTests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    [Fact]
    public async Task Every_page_of_the_corpus_answers_and_is_valid_and_accessible()
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

        await CheckHtmlAsync(folder, paths, problems);
        await CheckAxeAsync(site, paths, problems);
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

    private static async Task CheckAxeAsync(LiveSite site, List<string> paths, ConcurrentQueue<string> problems)
    {
        var waiting = new ConcurrentQueue<string>(paths);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var browser = await Chromium.OpenAsync();
            var page = await browser.NewPageAsync();
            await page.RouteAsync("**/images/**", route => route.AbortAsync());
            while (waiting.TryDequeue(out var path))
            {
                await page.GotoAsync(site.Url + path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
                await page.CheckAsync(path, problems);
            }
        }));
    }
}
