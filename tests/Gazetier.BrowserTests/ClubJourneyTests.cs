using Gazetier.Features.Clubs.Questions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader joins a club on trial, asks its experts, reads the answer, and sees the trial end; with JavaScript and without.</summary>
public class ClubJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Club = "/clubs/club-finances/";
    private const string Question = "Qui signe le bordereau quand le maire est absent ?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_the_trial_to_an_answer_and_to_its_end(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");
        await page.GotoAsync(site.Url + "/");
        await page.LeaveAsync(() => page.Locator(".clubs-today h3 a").First.ClickAsync());
        new Uri(page.Url).AbsolutePath.ShouldBe(Club);
        await page.LeaveAsync(() => page.Locator("a.button:has-text('Je m’inscris')").ClickAsync());
        await page.LeaveAsync(() => page.Locator("main form button.accent").ClickAsync());
        (await page.Locator("#membre").InnerTextAsync()).ShouldBe("Vous êtes membre du club");

        await page.LeaveAsync(() => page.Locator("a.button:has-text('annuaire')").ClickAsync());
        await page.Locator("input[name=paraitre]").CheckAsync();
        await page.Locator("input[name=nom]").FillAsync("Lou Marchal");
        await page.LeaveAsync(() => page.Locator("main form button:has-text('Enregistrer')").ClickAsync());
        (await page.Locator(".entry-of strong").AllInnerTextsAsync()).ShouldContain("Lou Marchal");

        await page.GotoAsync(site.Url + Club + "questions/");
        await page.LeaveAsync(() => page.Locator("main a.button").ClickAsync());
        await page.Locator("input[name=objet]").FillAsync(Question);
        await page.Locator("textarea[name=question]").FillAsync("Le premier adjoint a-t-il besoin d’une délégation ?");
        await page.LeaveAsync(() => page.Locator("main form button.button").ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("Votre question est arrivée");

        var editor = await browser.PageAsync(javaScript: false);
        await editor.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await AnswerAsync(editor, site);
        await site.WithAsync<TellAnswers, bool>(async tell =>
        {
            await tell.RunAsync(CancellationToken.None);
            return true;
        });
        (await site.Sink.WaitForAsync(Email, "Club Finances vous répond")).TextBody!.ShouldContain(Question);
        await page.GotoAsync(site.Url + Club + "questions/");
        await page.LeaveAsync(() => page.Locator($"main h2 a:has-text('{Question[..30]}')").ClickAsync());
        (await page.Locator(".prose").InnerTextAsync()).ShouldContain("Oui, une délégation écrite.");

        site.Clock.ForwardTo(site.Clock.GetUtcNow().AddDays(32));
        var later = await browser.PageAsync(javaScript);
        await later.SignInAsync(site, Email, "le-lecteur-du-matin");
        await later.GotoAsync(site.Url + Club);
        (await later.Locator("#membre").InnerTextAsync()).ShouldBe("Rejoindre le club");
        await later.GotoAsync(site.Url + "/mon-compte/clubs/club-finances/annuaire");
        new Uri(later.Url).AbsolutePath.ShouldBe(Club);
    });

    private static async Task AnswerAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Url + "/redaction/clubs/questions");
        await page.LeaveAsync(() => page.Locator($"main a:has-text('{Question[..30]}')").ClickAsync());
        await page.Locator("#expert").SelectOptionAsync(new SelectOptionValue { Label = "Nadia Benhaddou" });
        await page.LeaveAsync(() => page.Locator("main button[value=repondre]").ClickAsync());
        await page.Locator("#Standfirst").FillAsync("Ce que peut signer un adjoint.");
        await page.Locator("#Body").FillAsync(await page.Locator("#Body").InputValueAsync() + "<p>Oui, une délégation écrite.</p>");
        await page.LeaveAsync(() => page.Locator("button[name=suite][value=parution]").ClickAsync());
        foreach (var point in await page.Locator("input[name=passe]").AllAsync())
        {
            await point.CheckAsync();
        }

        await page.LeaveAsync(() => page.Locator("main form button.accent").ClickAsync());
    }
}
