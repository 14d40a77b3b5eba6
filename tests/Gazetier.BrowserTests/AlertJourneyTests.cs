using System.Text.RegularExpressions;
using Gazetier.Features.Digests;
using Microsoft.Playwright;
using MimeKit;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>
/// A reader follows a theme and a phrase, is alerted when an article appears, changes the hour, gets the edition without it, and
/// leaves by one click; with JavaScript and without.
/// </summary>
public partial class AlertJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Headline = "Des forages profonds pour huit communes";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_follow_to_an_alert_an_edition_and_out(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        // Noon in Paris: nobody is to be left in peace.
        var now = site.Clock.GetUtcNow();
        site.Clock.ForwardTo(now.AddTicks(-now.TimeOfDay.Ticks).AddDays(1).AddHours(11));
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");
        await FollowAsync(page, site);

        var editor = await browser.PageAsync(javaScript: false);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await PublishAsync(editor, site, Headline);
        var alert = await site.Sink.WaitForAsync(Email, Headline);
        alert.Subject.ShouldStartWith("Alerte");
        alert.TextBody!.ShouldContain("forage profond");

        // The hour, and the edition: what was alerted does not come again.
        await page.GotoAsync(site.Url + "/mon-compte/ma-gazette");
        await page.Locator("#Hour").SelectOptionAsync("9");
        await page.LeaveAsync(() => page.Locator("main form button.button").First.ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("9 h");
        await site.WithAsync<IssueDigests, DigestReport>(issue => issue.RunAsync(site.Clock.GetUtcNow().UtcDateTime.AddDays(1)));
        var edition = await site.Sink.WaitForAsync(Email, "Ma Gazette");
        edition.HtmlBody!.ShouldNotContain(Headline);

        // On the site, and out by one click, from the mail, signed in nowhere.
        await page.GotoAsync(LinkIn(edition, "/ma-gazette/editions/"));
        (await page.Locator("main article h2 a").CountAsync()).ShouldBeGreaterThan(0);
        var stranger = await browser.PageAsync(javaScript);
        await stranger.GotoAsync(LinkIn(alert, "/u/", "/envois"));
        await stranger.LeaveAsync(() => stranger.Locator("main form button.button").First.ClickAsync());
        (await stranger.Locator("main h1").InnerTextAsync()).ShouldBe("C’est fait");
        await page.GotoAsync(site.Url + "/mon-compte/alertes");
        (await page.Locator("input[name=IsOff]").IsCheckedAsync()).ShouldBeTrue();
        (await page.Locator("ol.wire a").First.InnerTextAsync()).ShouldBe(Headline);
    });

    private static async Task FollowAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Url + "/themes/eau-et-assainissement/");
        await page.LeaveAsync(() => page.Locator("form.follow button").ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("Vous suivez");
        await page.Locator("summary:has-text('Mots et expressions')").ClickAsync();
        await page.Locator("#NewKeywords").FillAsync("Forage profond");
        await page.Locator("#NewKeywordsRhythm").SelectOptionAsync("AtOnce");
        await page.LeaveAsync(() => page.Locator("main form button.button").First.ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("prochaine édition");
        (await page.Locator("input[name=Keywords]").IsCheckedAsync()).ShouldBeTrue();
    }

    /// <summary>Writes an article and publishes it, by the forms of the newsroom.</summary>
    internal static async Task PublishAsync(IPage page, LiveSite site, string headline)
    {
        await page.GotoAsync(site.Url + "/redaction/articles/nouveau");
        await page.Locator("#titre").FillAsync(headline);
        await page.LeaveAsync(() => page.Locator("main form button.button:has-text('Créer')").ClickAsync());
        await page.Locator("#Headline").FillAsync(headline);
        await page.Locator("#Standfirst").FillAsync("L’eau descend : on va la chercher plus bas.");
        await page.Locator("#Body").FillAsync("<p>Les huit communes creusent.</p>");
        await page.Locator("#Places").FillAsync("Nord");
        await page.LeaveAsync(() => page.Locator("button[name=suite][value=parution]").ClickAsync());
        foreach (var point in await page.Locator("input[name=passe]").AllAsync())
        {
            await point.CheckAsync();
        }

        await page.LeaveAsync(() => page.Locator("main form button.accent").ClickAsync());
    }

    private static string LinkIn(MimeMessage mail, string path, string end = "") => Link().Matches(mail.TextBody!).Select(m => m.Value)
        .Where(link => link.Contains(path, StringComparison.Ordinal)).Select(link => end.Length > 0 && link.EndsWith(end, StringComparison.Ordinal) ? link[..^end.Length] : link).First();

    [GeneratedRegex(@"https?://[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
