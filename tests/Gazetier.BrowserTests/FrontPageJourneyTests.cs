using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>Somebody composes the front page: with the keyboard alone, with a mouse, and where nothing can be dragged.</summary>
public class FrontPageJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Composed_by_keyboard_and_put_online(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await OpenDraftAsync(browser, site, javaScript);

        // Two articles that readers see already into the second rank, by their buttons.
        await page.Locator("#vers").SelectOptionAsync("second");
        for (var times = 0; times < 2; times++)
        {
            await page.Locator(".offered li").Filter(new() { HasNotText = "paraît le" }).Locator("button").First.FocusAsync();
            await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        }

        var rows = page.Locator("[data-place=second] > li");
        var names = await NamesAsync(rows);
        names.Length.ShouldBeGreaterThanOrEqualTo(2);
        await rows.First.Locator(".move").Nth(1).FocusAsync();
        // With JavaScript it moves before one's eyes, and is kept with the rest.
        await (javaScript ? page.Keyboard.PressAsync("Enter") : page.LeaveAsync(() => page.Keyboard.PressAsync("Enter")));
        await SaveAsync(page);
        (await NamesAsync(rows)).Take(2).ShouldBe([names[1], names[0]]);

        await page.Locator("button[value=publier]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/redaction/une?fait=publie");
        await AppearsAsync(page, site, ".opening .second h3", names[1]);
    });

    [Fact]
    public Task Dragged_from_one_place_to_another() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await OpenDraftAsync(browser, site, javaScript: true);
        await page.Locator("#vers").SelectOptionAsync("fil");
        await page.LeaveAsync(() => page.Locator(".offered button").First.ClickAsync());
        var row = page.Locator("[data-place=fil] > li").First;
        var name = (await NamesAsync(page.Locator("[data-place=fil] > li")))[0];

        await row.Locator(".grip").ScrollIntoViewIfNeededAsync();
        var lead = page.Locator("[data-place=ouverture]");
        await DragAsync(page, row.Locator(".grip"), lead);
        (await lead.InnerTextAsync()).ShouldContain(name);
        (await page.Locator("[data-said]").InnerTextAsync()).ShouldContain(name);
        (await lead.Locator("[data-placed]").First.InputValueAsync()).ShouldBe("ouverture");
        await SaveAsync(page);
        (await page.Locator("[data-place=ouverture]").InnerTextAsync()).ShouldContain(name);
    });

    private static async Task<IPage> OpenDraftAsync(IBrowser browser, LiveSite site, bool javaScript)
    {
        var page = await browser.PageAsync(javaScript);
        await page.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await page.GotoAsync(site.Url + "/redaction/une");
        await page.LeaveAsync(() => page.Locator(".page-head form button").ClickAsync());
        return page;
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.LeaveAsync(() => page.Locator(".filing .actions .button").First.ClickAsync());
    }

    private static Task<string[]> NamesAsync(ILocator rows) => rows.Locator(".what a").EvaluateAllAsync<string[]>("links => links.map(link => link.textContent)");

    /// <summary>In steps, as a hand does, with the mouse brought to where the place then is.</summary>
    private static async Task DragAsync(IPage page, ILocator grip, ILocator to)
    {
        var from = (await grip.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
        var there = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(there.X + 40, there.Y + 30, new() { Steps = 5 });
        await page.Mouse.MoveAsync(there.X + 40, there.Y + 4, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    /// <summary>The page that was kept is dropped by the change log, a moment later.</summary>
    private static async Task AppearsAsync(IPage page, LiveSite site, string selector, string name)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await page.GotoAsync(site.Url + "/");
            if ((await page.Locator(selector).AllInnerTextsAsync()).Any(text => text.Contains(name, StringComparison.Ordinal)))
            {
                return;
            }

            await page.WaitForTimeoutAsync(250);
        }

        throw new TimeoutException($"“{name}” is not on the front page but {string.Join(" | ", await page.Locator(selector).AllInnerTextsAsync())}");
    }
}
