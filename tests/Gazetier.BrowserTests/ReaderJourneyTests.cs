using System.Net;
using System.Text.RegularExpressions;
using Gazetier.Features.Digests;
using MimeKit;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The whole way of a reader, with and without JavaScript.</summary>
public partial class ReaderJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_locked_article_to_an_edition_and_out_again(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript);
        const string email = "marie.lenoir@hauterive.example";

        // A locked article, and its wall.
        await page.GotoAsync(site.Url + "/");
        await page.Locator(".teaser.lead h2 a").ClickAsync();
        (await page.Locator("aside.wall h2").InnerTextAsync()).ShouldMatch(@"^\d\d\s%\sreste à lire$");
        var article = page.Url;

        // Registration, and the mail that proves the address.
        await page.Locator("aside.wall a[href^='/inscription']").First.ClickAsync();
        await page.Locator("main #email").FillAsync(email);
        await page.Locator("main #password").FillAsync("les beffrois sonnent");
        await page.Locator("main form button.button").First.ClickAsync();
        var confirm = await site.Sink.WaitForAsync(email, "");
        await page.GotoAsync(FirstLink(confirm, "/inscription/confirmer/"));
        await page.Locator("main form button.button").First.ClickAsync();
        page.Url.ShouldBe(article);

        // Themes.
        await page.GotoAsync(site.Url + "/mon-compte/ma-gazette");
        await page.Locator("label.choice", new() { HasTextString = "Eau et assainissement" }).First.ClickAsync();
        await page.Locator("label.choice", new() { HasTextString = "Achat public" }).First.ClickAsync();
        await page.Locator("main form button.button").First.ClickAsync();
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldNotBeEmpty();
        (await page.Locator("main .edition a").CountAsync()).ShouldBeGreaterThan(0);

        // The edition, over SMTP, when it is due.
        var before = site.Sink.Count(email);
        await site.WithAsync<IssueDigests, DigestReport>(issue => issue.RunAsync(DateTime.UnixEpoch.AddDays(1) + (TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(8) - DateTime.UnixEpoch.AddDays(1))));
        var edition = await site.Sink.WaitForAsync(email, "Ma Gazette");
        site.Sink.Count(email).ShouldBe(before + 1);
        edition.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        edition.HtmlBody!.ShouldContain("Réservé aux abonnés");

        // One click, as the mailbox provider makes it; then the reader's own page says so.
        var leave = UnsubscribeAddress().Match(edition.Headers["List-Unsubscribe"]!).Groups["url"].Value;
        using var provider = new HttpClient(new SocketsHttpHandler());
        using var body = new StringContent("List-Unsubscribe=One-Click", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        (await provider.PostAsync(leave, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await page.GotoAsync(site.Url + "/mon-compte/ma-gazette");
        (await page.Locator("input[name='Frequency'][value='Never'], input[name='frequency'][value='Never']").First.IsCheckedAsync()).ShouldBeTrue();
    });

    private static string FirstLink(MimeMessage mail, string path) =>
        Link().Matches(mail.TextBody!).Select(m => m.Value).First(link => link.Contains(path, StringComparison.Ordinal));

    [GeneratedRegex(@"https?://[^\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<(?<url>http[^>]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnsubscribeAddress();
}
