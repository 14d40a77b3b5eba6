using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>Read the magazine: a visitor meets the wall; a subscriber turns the pages and opens the PDF; with JavaScript and without.</summary>
public class MagazineJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_archive_to_the_next_page_and_the_pdf(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var visitor = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await visitor.GotoAsync(site.Url + "/magazine/");
        await visitor.LeaveAsync(() => visitor.Locator("#dernier a").ClickAsync());
        (await visitor.Locator(".wall .why").InnerTextAsync()).ShouldContain("Le magazine est réservé aux abonnés");
        (await visitor.Locator("a[href$='/pdf']").CountAsync()).ShouldBe(0);
        await visitor.LeaveAsync(() => visitor.Locator(".wire a[href$='/page/4/']").ClickAsync());
        (await visitor.Locator(".wall").CountAsync()).ShouldBe(1);
        (await visitor.Locator(".paywall").CountAsync()).ShouldBe(0);

        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, "abonnee@echelon.example", "une-abonnee-fidele");
        await page.GotoAsync(site.Url + "/magazine/");
        await page.LeaveAsync(() => page.Locator("#dernier a").ClickAsync());
        await page.LeaveAsync(() => page.Locator(".wire a[href$='/page/3/']").ClickAsync());
        (await page.Locator(".paywall").InnerTextAsync()).ShouldContain("deux façons de manquer d’eau");
        await page.Locator(".pages a[rel=next]").FocusAsync();
        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        page.Url.ShouldEndWith("/page/4/");
        (await page.Locator(".paywall").InnerTextAsync()).Length.ShouldBeGreaterThan(3_000);
        await page.LeaveAsync(() => page.Locator(".pages a:has-text('Sommaire')").ClickAsync());
        var pdf = site.Url + await page.Locator(".actions a[href$='/pdf']").GetAttributeAsync("href");
        var given = await page.APIRequest.GetAsync(pdf);
        (given.Status, given.Headers["content-type"]).ShouldBe((200, "application/pdf"));
        (await given.BodyAsync()).Length.ShouldBeGreaterThan(20_000);
        var refused = await visitor.APIRequest.GetAsync(pdf);
        refused.Headers["content-type"].ShouldStartWith("text/html");
    });
}
