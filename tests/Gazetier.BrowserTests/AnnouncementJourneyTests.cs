using System.Text.RegularExpressions;
using Gazetier.Features.Announcements;
using Gazetier.Features.Deliveries;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader searches the tenders, keeps the search, gets the mail of the next morning, and leaves by its link; with JavaScript and without.</summary>
public partial class AnnouncementJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Title = "Extension de l’école du Moulin";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_search_to_the_mail_of_the_morning_and_out(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Noon in Paris.
        var now = site.Clock.GetUtcNow();
        site.Clock.ForwardTo(now.AddTicks(-now.TimeOfDay.Ticks).AddDays(1).AddHours(11));
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");
        await KeepAsync(page, site);

        var editor = await browser.PageAsync(javaScript: false);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await PublishAsync(editor, site);

        site.Clock.ForwardTo(site.Clock.GetUtcNow().AddHours(20));
        await site.WithAsync<IssueAnnouncements, Posted>(issue => issue.RunAsync(CancellationToken.None));
        var mail = await site.Sink.WaitForAsync(Email, "1 nouvelle annonce");
        mail.TextBody!.ShouldContain(Title);
        await page.GotoAsync(Link().Matches(mail.TextBody!).Select(m => m.Value).First(link => link.Contains("/annonces/", StringComparison.Ordinal)));
        (await page.Locator("main h1").InnerTextAsync()).ShouldBe(Title);

        // Out by one click, signed in nowhere; the searches stay, and the mails can be had again.
        var stranger = await browser.PageAsync(javaScript);
        await stranger.GotoAsync(Link().Matches(mail.TextBody!).Select(m => m.Value).First(link => link.EndsWith("/envois", StringComparison.Ordinal))[..^"/envois".Length]);
        await stranger.LeaveAsync(() => stranger.Locator("main form button.button").First.ClickAsync());
        (await stranger.Locator("main h1").InnerTextAsync()).ShouldBe("C’est fait");
        await page.GotoAsync(site.Url + "/mon-compte/annonces");
        (await page.Locator("main .notice.warn").InnerTextAsync()).ShouldContain("Vous ne recevez plus");
        await page.LeaveAsync(() => page.Locator("button[value=reprendre]").ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[name=retirer]").ClickAsync());
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Vous ne gardez aucune recherche");
    });

    private static async Task KeepAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Url + "/annonces/marches-publics/");
        await page.Locator("main form.search input[name=q]").FillAsync("école");
        await page.LeaveAsync(() => page.Locator("main form.search button").ClickAsync());
        await page.Locator("#lieu").FillAsync("Savoie");
        await page.LeaveAsync(() => page.Locator("main form.narrow button").ClickAsync());
        (await page.Locator("main h2 a").CountAsync()).ShouldBeGreaterThan(0);
        await page.LeaveAsync(() => page.Locator("main a.button:has-text('M’alerter')").ClickAsync());
        (await page.Locator("#lieu").InputValueAsync()).ShouldBe("Savoie");
        await page.LeaveAsync(() => page.Locator("main form button.accent").ClickAsync());
        (await page.Locator("main .notice.good").InnerTextAsync()).ShouldContain("Votre recherche est gardée");
    }

    private static async Task PublishAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Url + "/redaction/annonces/nouvelle");
        await page.Locator("#objet").FillAsync(Title);
        await page.Locator("#organisme").FillAsync("Ville de Valmorel");
        await page.Locator("#territoire").FillAsync("Savoie");
        await page.Locator("#limite").FillAsync(site.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd'T'12:00", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#nature").SelectOptionAsync("Works");
        await page.Locator("input[name=publie]").CheckAsync();
        await page.LeaveAsync(() => page.Locator("main form button.button").First.ClickAsync());
        (await page.Locator("main .notice.good").InnerTextAsync()).ShouldContain("enregistré");
    }

    [GeneratedRegex(@"https?://[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
