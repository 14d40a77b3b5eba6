using System.Collections.Concurrent;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>
/// Single sign-on in a real browser: the form that leads to a provider, and on to another host that nobody could name beforehand, is not
/// held back by the policy; the cookies come along on the way back.
/// </summary>
public class SingleSignOnTests
{
    private const string Password = "le-lecteur-du-matin";
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GAZETIER_PICTURES");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_reader_comes_in_by_ProConnect_and_leaves(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var provider = await SmallProvider.OpenAsync();
        await using var site = await LiveSite.OpenAsync(withDemo: true, provider.Settings);
        var page = await browser.PageAsync(javaScript);
        provider.Email = "awa@valmorel.example";
        await page.GotoAsync(site.Url + "/connexion?retour=/mon-compte/");
        await page.Locator(".sso button").First.ClickAsync();
        await page.Locator("#oui").ClickAsync();
        await page.WaitForURLAsync(site.Url + "/mon-compte/");
        (await page.Locator(".intro").InnerTextAsync()).ShouldContain("awa@valmorel.example");

        await page.GotoAsync(site.Url + "/deconnexion");
        await page.Locator("main form button.button").ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(site.Url + "/deconnexion/retour?state=", StringComparison.Ordinal));
        (await page.Locator("main header p").InnerTextAsync()).ShouldBe("Du journal et de ProConnect.");
    });

    [Fact]
    public Task A_reader_ties_an_account_to_ProConnect() => Chromium.WalkAsync(async browser =>
    {
        await using var provider = await SmallProvider.OpenAsync();
        await using var site = await LiveSite.OpenAsync(withDemo: true, provider.Settings);
        var page = await browser.PageAsync();
        var problems = new ConcurrentQueue<string>();
        provider.Email = "lecteur@echelon.example";
        await page.GotoAsync(site.Url + "/connexion");
        await LookAsync(page, "connexion", problems);
        await page.GotoAsync(site.Url + await LockedAsync(site));
        await LookAsync(page, "mur", problems);
        await page.GotoAsync(site.Url + "/connexion");
        await page.Locator(".sso button").First.ClickAsync();
        await page.Locator("#oui").ClickAsync();
        await page.WaitForURLAsync(site.Url + "/connexion/relier");
        await LookAsync(page, "relier-visiteur", problems);
        await page.Locator("#password").FillAsync(Password);
        await page.LeaveAsync(() => page.Locator("main form button.button:not([type='button'])").First.ClickAsync());
        page.Url.ShouldBe(site.Url + "/connexion/relier");
        await LookAsync(page, "relier", problems);
        await page.LeaveAsync(() => page.Locator("main form button.button").First.ClickAsync());
        page.Url.ShouldBe(site.Url + "/");
        await page.GotoAsync(site.Url + "/mon-compte/securite");
        await LookAsync(page, "securite", problems);
        await page.GotoAsync(site.Url + "/mon-compte/securite/fournisseurs");
        (await page.Locator(".factors strong").InnerTextAsync()).ShouldBe("ProConnect");
        await LookAsync(page, "fournisseurs", problems);

        await provider.DisposeAsync();
        await site.KillAsync();
        await site.StartAgainAsync();
        var other = await browser.PageAsync();
        await other.GotoAsync(site.Url + "/connexion");
        await other.LeaveAsync(() => other.Locator(".sso button").First.ClickAsync());
        (await other.Locator("[role=alert]").InnerTextAsync()).ShouldStartWith("ProConnect ne répond pas pour le moment.");
        await LookAsync(other, "indisponible", problems);
        problems.ShouldBeEmpty();
    });

    /// <summary>An article that asks for a subscription.</summary>
    private static Task<string> LockedAsync(LiveSite site) => site.WithAsync<GazetierDb, string>(async db =>
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Access == Requirement.Subscription && a.Status == ArticleStatus.Published).OrderBy(a => a.Id).FirstAsync();
        return $"/{article.Id}/{article.Slug}/";
    });

    /// <summary>Nothing is wider than the smallest screen, and nothing keeps anybody out. With GAZETIER_PICTURES set, pictures are kept there to look at.</summary>
    private static async Task LookAsync(IPage page, string name, ConcurrentQueue<string> problems)
    {
        await page.CheckAsync(name, problems);
        foreach (var width in new[] { 320, 768, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                problems.Enqueue($"{name} is wider than {width} px");
            }

            if (Pictures is not null)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            }
        }
    }
}
