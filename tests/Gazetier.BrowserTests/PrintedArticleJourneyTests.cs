using System.Text.Json;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>From the contents of an issue to an article and back by its line; what is told and shared of it is there; with JavaScript and without.</summary>
public class PrintedArticleJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_an_issue_to_its_article_and_back(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 320);
        await page.GotoAsync(site.Url + "/magazine/118/");
        var trail = JsonDocument.Parse(await page.Locator("head script[type='application/ld+json']").Last.TextContentAsync() ?? "").RootElement;
        trail.GetProperty("@type").GetString().ShouldBe("BreadcrumbList");
        await page.LeaveAsync(() => page.Locator("main .wire a:not([href^='/magazine/'])").First.ClickAsync());
        var line = page.Locator("main a:has-text('Paru dans le n° 118, page')");
        await page.LeaveAsync(() => line.ClickAsync());
        new Uri(page.Url).AbsolutePath.ShouldBe("/magazine/118/");

        await page.GotoAsync(site.Url + "/dossiers/ia-au-guichet/");
        var card = await page.Locator("meta[property='og:image']").GetAttributeAsync("content");
        var drawn = await page.Context.APIRequest.GetAsync(site.Url + new Uri(card!).AbsolutePath);
        drawn.Headers["content-type"].ShouldBe("image/png");
    });
}
