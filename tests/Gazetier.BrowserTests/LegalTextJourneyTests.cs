using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader finds a legal text, follows it, and is told when the newsroom notes that it was repealed; with JavaScript and without.</summary>
public class LegalTextJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Decree = "/textes/decret-n-2022-767-du-2-mai-2022/";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_search_to_the_mail_that_says_it_is_repealed(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Noon in Paris: nobody is to be left in peace.
        var now = site.Clock.GetUtcNow();
        site.Clock.ForwardTo(now.AddTicks(-now.TimeOfDay.Ticks).AddDays(1).AddHours(11));
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");
        await page.GotoAsync(site.Url + "/textes/");
        await page.Locator("main input[name=q]").FillAsync("2022-767");
        await page.LeaveAsync(() => page.Locator("main form.search button").ClickAsync());
        await page.LeaveAsync(() => page.Locator("main h2 a").ClickAsync());
        page.Url.ShouldBe(site.Url + Decree);
        (await page.Locator(".article > header .status").InnerTextAsync()).ShouldBe("En vigueur");
        await page.LeaveAsync(() => page.Locator("form.follow button").First.ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("Vous suivez désormais");

        var editor = await browser.PageAsync(javaScript);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await editor.GotoAsync(site.Url + "/redaction/textes?q=2022-767");
        await editor.LeaveAsync(() => editor.Locator("tbody th a").ClickAsync());
        await editor.LeaveAsync(() => editor.Locator(".doors a[href$='/etat']").ClickAsync());
        await editor.Locator("#etat").SelectOptionAsync("Repealed");
        await editor.Locator("#depuis").FillAsync("2026-11-20");
        await editor.Locator("#par").FillAsync("2021-1574");
        await editor.Locator("#motif").FillAsync("Ses règles se lisent désormais ailleurs.");
        await editor.LeaveAsync(() => editor.Locator("main form button.button").ClickAsync());
        (await editor.Locator("main .notice").First.InnerTextAsync()).ShouldContain("dix minutes");

        site.Clock.ForwardTo(site.Clock.GetUtcNow().AddMinutes(11));
        var mail = await site.Sink.WaitForAsync(Email, "Un texte que vous suivez change");
        mail.TextBody!.ShouldContain("Abrogé depuis le 20 novembre 2026");
        mail.TextBody!.ShouldContain("Ses règles se lisent désormais ailleurs.");
        mail.HtmlBody!.ShouldContain(Decree);
        await page.GotoAsync(site.Url + Decree);
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("Ordonnance n° 2021-1574");
        await page.LeaveAsync(() => page.Locator(".after h3 a").First.ClickAsync());
        (await page.Locator("section[aria-labelledby=textes-vises]").InnerTextAsync()).ShouldContain("Abrogé depuis le 20 novembre 2026");
    });
}
