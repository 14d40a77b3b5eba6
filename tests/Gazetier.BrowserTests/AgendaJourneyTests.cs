using System.Text;
using MimeKit;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>A reader asks for a place at a full training, gets the one that comes free, and finds it in the calendar; with JavaScript and without.</summary>
public class AgendaJourneyTests
{
    private const string Email = "lecteur@echelon.example";
    private const string Training = "Régie d’avances";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task From_a_full_training_to_the_place_that_comes_free(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await using var site = await LiveSite.OpenAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.SignInAsync(site, Email, "le-lecteur-du-matin");
        await page.GotoAsync(site.Url + "/agenda/");
        await page.LeaveAsync(() => page.Locator($"main h2 a:has-text('{Training}')").First.ClickAsync());
        await page.LeaveAsync(() => page.Locator("a.button:has-text('Complet')").ClickAsync());
        await page.Locator("input[name=organisme]").FillAsync("Ville de Lormière");
        await page.LeaveAsync(() => page.Locator("main form button.accent").ClickAsync());
        (await page.Locator("main .notice").First.InnerTextAsync()).ShouldContain("liste d’attente");
        await site.Sink.WaitForAsync(Email, "liste d’attente");

        // Two give their place back; one was waiting before.
        foreach (var (email, password) in new[] { ("abonnee@echelon.example", "une-abonnee-fidele"), ("agent@valmorel.example", "un-agent-qui-lit") })
        {
            var other = await browser.PageAsync(javaScript: false);
            await other.SignInAsync(site, email, password);
            await other.GotoAsync(site.Url + "/mon-compte/agenda");
            await other.LeaveAsync(() => other.Locator("button[name=rendre]").First.ClickAsync());
        }

        var mail = await site.Sink.WaitForAsync(Email, "Une place s’est libérée");
        var calendar = mail.Attachments.OfType<MimePart>().Single();
        using var file = new MemoryStream();
        await calendar.Content!.DecodeToAsync(file);
        Encoding.UTF8.GetString(file.ToArray()).ShouldContain("BEGIN:VEVENT");
        await page.GotoAsync(site.Url + "/mon-compte/agenda");
        (await page.Locator("main .links").InnerTextAsync()).ShouldContain("Inscrit");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href$='.ics']").ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain(Training);
    });
}
