using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader looks for something, narrows it, follows the search, and is alerted when an article answers it; with JavaScript and without.</summary>
public class SearchJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Headline = "Un forage abandonné rouvre en mairie";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_question_to_an_alert(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Noon in Paris: nobody is to be left in peace.
        var now = site.Clock.GetUtcNow();
        site.Clock.ForwardTo(now.AddTicks(-now.TimeOfDay.Ticks).AddDays(1).AddHours(11));
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");

        await page.GotoAsync(site.Url + "/recherche");
        await page.Locator("#q").FillAsync("eau");
        await page.LeaveAsync(() => page.Locator("form.question button.button").ClickAsync());
        for (var tries = 0; tries < 60 && await page.Locator(".hits li").CountAsync() == 0; tries++)
        {
            // The index is made after the start.
            await Task.Delay(500);
            await page.ReloadAsync();
        }

        var found = await page.Locator("#resultats").InnerTextAsync();
        (await page.Locator(".hits mark").CountAsync()).ShouldBeGreaterThan(0);
        await page.LeaveAsync(() => page.Locator(".facets li a").First.ClickAsync());
        (await page.Locator("#resultats").InnerTextAsync()).ShouldNotBe(found);
        await page.LeaveAsync(() => page.Locator(".facets .chosen a").First.ClickAsync());
        (await page.Locator("#resultats").InnerTextAsync()).ShouldBe(found);

        await page.Locator("#q").FillAsync("forage -profond");
        await page.LeaveAsync(() => page.Locator("form.question button.button").ClickAsync());
        await page.LeaveAsync(() => page.Locator("form.follow button").ClickAsync());
        (await page.Locator("main .notice.good").InnerTextAsync()).ShouldContain("Vous suivez cette recherche");

        await page.GotoAsync(site.Url + "/mon-compte/ma-gazette");
        await page.Locator("select[name^='rythme:keyword:']").SelectOptionAsync("AtOnce");
        await page.LeaveAsync(() => page.Locator("main form button.button").First.ClickAsync());
        var editor = await browser.PageAsync(javaScript: false);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await AlertJourneyTests.PublishAsync(editor, site, Headline);
        (await site.Sink.WaitForAsync(Email, Headline)).TextBody!.ShouldContain("forage -profond");
    });
}
