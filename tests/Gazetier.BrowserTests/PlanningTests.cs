using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The planning as an editor uses it: by mouse, by keyboard alone, and without JavaScript.</summary>
public class PlanningTests
{
    [Fact]
    public Task Cards_of_the_board_move_by_drag_and_by_keyboard() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var id = await OrderAsync(site, "Le budget en une page");
        var page = await SignedInAsync(browser, site, javaScript: true);
        await page.GotoAsync(site.Url + "/redaction/planning/tableau");

        // By drag, into a column.
        await page.DragAndDropAsync($"#article-{id}", "[data-zone=ToReadOver]");
        await page.Locator($"[data-zone=ToReadOver] #article-{id}").WaitForAsync();
        (await page.Locator("#plan-etat").InnerTextAsync()).ShouldContain("À relire");
        await StandsAtAsync(site, id, Stage.ToReadOver);

        // Where it may not go, it says so and stays.
        await page.DragAndDropAsync($"#article-{id}", "[data-zone=Published]");
        (await page.Locator("#plan-etat").InnerTextAsync()).ShouldContain("La parution se décide");
        await StandsAtAsync(site, id, Stage.ToReadOver);

        // By keyboard: the focus goes with the card.
        await page.Locator($"#article-{id} .headline a").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Locator($"[data-zone=Ready] #article-{id}").WaitForAsync();
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Locator($"[data-zone=ToReadOver] #article-{id}").WaitForAsync();
        (await page.EvaluateAsync<string>("document.activeElement.closest('[data-card]').id")).ShouldBe($"article-{id}");

        // By its form, with the keyboard alone.
        await page.Locator($"#article-{id} summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#article-{id} select").SelectOptionAsync("Writing");
        await page.Locator($"#article-{id} form button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"[data-zone=Writing] #article-{id}").WaitForAsync();
        await StandsAtAsync(site, id, Stage.Writing);
    });

    [Fact]
    public Task Due_dates_move_on_the_calendar_by_drag_by_keyboard_and_without_javascript() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Wednesday of next week, at noon in Paris: whatever day it is, the days beside it are in the same week.
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        var wednesday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7) + 2);
        var id = await OrderAsync(site, "Le budget en une page", DateTime.SpecifyKind(wednesday.AddHours(11), DateTimeKind.Utc));
        var page = await SignedInAsync(browser, site, javaScript: true);
        await page.GotoAsync($"{site.Url}/redaction/planning?jour={wednesday:yyyy-MM-dd}");
        var card = $"#jalon-{id}-Due";

        await page.DragAndDropAsync(card, $"[data-zone='{wednesday.AddDays(2):yyyy-MM-dd}']");
        await page.Locator($"[data-zone='{wednesday.AddDays(2):yyyy-MM-dd}'] {card}").WaitForAsync();
        await page.Locator($"{card} .headline a").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Locator($"[data-zone='{wednesday.AddDays(1):yyyy-MM-dd}'] {card}").WaitForAsync();

        var plain = await SignedInAsync(browser, site, javaScript: false);
        await plain.GotoAsync($"{site.Url}/redaction/planning?jour={wednesday:yyyy-MM-dd}");
        await plain.Locator($"{card} summary").ClickAsync();
        await plain.Locator($"{card} [data-to]").FillAsync($"{wednesday.AddDays(-1):yyyy-MM-dd}T09:15");
        await plain.Locator($"{card} form button").ClickAsync();
        (await plain.Locator($"[data-zone='{wednesday.AddDays(-1):yyyy-MM-dd}'] {card}").InnerTextAsync()).ShouldContain("9 h 15".Replace(' ', '\u00A0'));
    });

    [Fact]
    public Task A_preview_stands_in_its_frame_and_its_links_stay_in_it() => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await SignedInAsync(browser, site, javaScript: true);
        await page.GotoAsync(site.Url + "/redaction/apercu?quoi=une&classe=visiteur&largeur=768");
        var frame = page.FrameLocator("iframe");

        await frame.Locator(".teaser.lead h2 a").ClickAsync();
        await frame.Locator("aside.wall").WaitForAsync();
        page.Frames[^1].Url.ShouldContain("/redaction/apercu/visiteur/");

        await page.Locator("#classe").SelectOptionAsync("abonne");
        await page.Locator("form.filters button").ClickAsync();
        await page.FrameLocator("iframe").Locator(".teaser.lead h2 a").ClickAsync();
        await page.FrameLocator("iframe").Locator(".paywall").First.WaitForAsync();
    });

    [Theory]
    [InlineData("/redaction/planning", 1280)]
    [InlineData("/redaction/planning?vue=mois", 320)]
    [InlineData("/redaction/planning/tableau", 1280)]
    [InlineData("/redaction/planning/tableau?par=personne", 320)]
    [InlineData("/redaction/planning/demain", 768)]
    [InlineData("/redaction/apercu", 768)]
    [InlineData("/redaction/apercu/courrier", 1280)]
    public Task The_pages_have_no_fault_that_axe_finds_and_do_not_scroll_sideways(string path, int width) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        await OrderAsync(site, "Le budget en une page", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        var page = await SignedInAsync(browser, site, javaScript: true, width);
        await page.GotoAsync(site.Url + path);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var problems = new ConcurrentQueue<string>();
        await page.CheckAsync(path, problems);
        problems.ShouldBeEmpty();
    });

    private static async Task<IPage> SignedInAsync(IBrowser browser, LiveSite site, bool javaScript, int width = 1280)
    {
        var page = await browser.PageAsync(javaScript, width);
        await page.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        return page;
    }

    private static async Task<long> OrderAsync(LiveSite site, string headline, DateTime? due = null)
    {
        var (section, editor) = await site.WithAsync<GazetierDb, (Guid, Account)>(async db =>
            (await db.Sections.OrderBy(s => s.Position).Select(s => s.Id).FirstAsync(), await db.Accounts.FirstAsync(a => a.Email == "redaction@echelon.example")));
        return await site.WithAsync<BeginManuscript, long>(begin => begin.RunAsync(
            new Content { Headline = headline, Body = "<p>Un texte.</p>", MainSection = section, Access = Requirement.None },
            new Order(editor.Id, due, 400, "", null),
            new SignedIn(editor.Id, Guid.Empty, editor.DisplayName, editor.Role, Language.French, null, null, true),
            CancellationToken.None));
    }

    private static async Task StandsAtAsync(LiveSite site, long id, Stage stage) =>
        (await site.WithAsync<GazetierDb, Stage>(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.Stage).FirstAsync())).ShouldBe(stage);
}
