using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader meets a partner's notice, sees which way the data go, writes, and the partner has it once; with JavaScript and without.</summary>
public class PartnerJourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_notice_to_the_partners_letter_box(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.GotoAsync(site.Url + "/rubriques/ressources-humaines/");
        var articles = await page.Locator("main h2 a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var article in articles)
        {
            await page.GotoAsync(site.Url + article);
            if (await page.Locator(".rail .partner a:has-text('Écrire à')").CountAsync() > 0)
            {
                break;
            }
        }

        (await page.Locator(".rail .partner .label").InnerTextAsync()).ShouldBe("Publicité · Mutuelle des Bourgs");
        await page.LeaveAsync(() => page.Locator(".rail .partner a:has-text('Écrire à')").ClickAsync());
        (await page.Locator("#chemin ~ .prose li").CountAsync()).ShouldBe(3);
        await page.Locator("input[name=nom]").FillAsync("Nadia Roux");
        await page.Locator("input[name=email]").FillAsync("regisseuse@valmorel.example");
        await page.Locator("textarea[name=message]").FillAsync("Quel tarif pour douze agents ?");
        await page.LeaveAsync(() => page.Locator("main form button").ClickAsync());
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("Cochez la case");
        (await page.Locator("textarea[name=message]").InputValueAsync()).ShouldBe("Quel tarif pour douze agents ?");
        await page.Locator("#accord").CheckAsync();
        await page.LeaveAsync(() => page.Locator("main form button").ClickAsync());
        (await page.Locator("main .notice").InnerTextAsync()).ShouldContain("C’est transmis");
        var mail = await site.Sink.WaitForAsync("conseil@mutuelle-des-bourgs.example", "Un lecteur vous écrit");
        mail.TextBody!.ShouldContain("douze agents");
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
    });
}
