using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Figures;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>How far an article is read, as a browser says it; and the pages where the newsroom sees it.</summary>
public sealed class FiguresTests
{
    [Fact]
    public Task The_deepest_quarter_is_counted_once_when_the_page_is_left() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        await ForgetAsync(site);
        var page = await browser.PageAsync();
        var path = await FreeArticleAsync(site);

        await page.GotoAsync(site.Url + path);
        await page.EvaluateAsync("document.querySelector('.article .body').scrollIntoView({ block: 'end' })");
        await page.WaitForFunctionAsync("() => document.querySelector('.article .body').getBoundingClientRect().bottom <= innerHeight + 1");
        await page.GotoAsync(site.Url + "/aide");
        // The browser sends it when it likes, and tells nobody.
        for (var waited = 0; (await CountsAsync(site, ReadStep.Depth)).Count == 0 && waited < 15_000; waited += 100)
        {
            await page.WaitForTimeoutAsync(100);
        }

        (await CountsAsync(site, ReadStep.Depth)).ShouldBe(["100: 1"]);
        (await CountsAsync(site, ReadStep.Time)).ShouldBe(["0: 1"]);
        (await CountsAsync(site, ReadStep.Read)).ShouldBe(["Visitor: 1"]);
    });

    [Fact]
    public Task Who_does_not_want_it_sends_nothing() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        await ForgetAsync(site);
        var page = await browser.PageAsync();
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })");
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url);

        await page.GotoAsync(site.Url + await FreeArticleAsync(site));
        await page.EvaluateAsync("document.querySelector('.article .body').scrollIntoView({ block: 'end' })");
        await page.GotoAsync(site.Url + "/aide");
        await page.GotoAsync(site.Url + "/contact");

        asked.ShouldContain(url => url.Contains("/js/reading.js", StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.EndsWith("/mesure", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData(320, false)]
    [InlineData(768, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public Task The_newsrooms_pages_pass_axe_and_fit_their_screen(int width, bool dark) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(width: width, dark: dark);
        await page.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        var article = (await FreeArticleAsync(site)).Split('/')[1];
        var problems = new ConcurrentQueue<string>();
        foreach (var path in new[] { "", "?jours=1", "?jours=90", "/articles", $"/articles/{article}?jours=30", "/themes/eau-et-assainissement", "/rubriques/technique", "/lettres?jours=30" })
        {
            await page.GotoAsync(site.Url + "/redaction/chiffres" + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, path);
            await page.CheckAsync(path, problems);
        }

        await page.GotoAsync(site.Url + "/donnees-personnelles/mesure");
        await page.CheckAsync("mesure", problems);
        problems.ShouldBeEmpty();
    });

    private static Task<string> FreeArticleAsync(LiveSite site) => site.WithAsync<GazetierDb, string>(async db =>
    {
        var article = await db.Articles.Where(a => a.Access == Gazetier.Features.Access.Requirement.None).OrderByDescending(a => a.Words).FirstAsync();
        return $"/{article.Id}/{article.Slug}/";
    });

    /// <summary>What the demonstration made up.</summary>
    private static Task<int> ForgetAsync(LiveSite site) => site.WithAsync<GazetierDb, int>(db => db.ReadCounts.ExecuteDeleteAsync());

    private static async Task<IReadOnlyList<string>> CountsAsync(LiveSite site, ReadStep step)
    {
        await site.WithAsync<KeepCounts, bool>(async keep =>
        {
            await keep.RunAsync(CancellationToken.None);
            return true;
        });
        return await site.WithAsync<GazetierDb, List<string>>(async db =>
            (await db.ReadCounts.Where(c => c.Step == step).OrderBy(c => c.Kind).ToListAsync()).ConvertAll(c => $"{c.Kind}: {c.Number}"));
    }
}
