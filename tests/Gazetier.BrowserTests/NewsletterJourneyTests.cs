using Gazetier.Features.Newsletters;
using Gazetier.Mail;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The newsroom writes a newsletter, tries it, sends it, holds it back and lets it go; with JavaScript and without. Its readers read it.</summary>
public class NewsletterJourneyTests
{
    private const string Subject = "Ce que disent les forages";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Written_tried_sent_paused_and_resumed(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        // No schedule runs: the walk says when what is due is done.
        await using var site = await LiveSite.OpenAsync(settings: ("Role", "web"));
        var page = await browser.PageAsync(javaScript);
        await page.SignInAsync(site, "redaction@echelon.example", "bouclage-a-six-heures");
        await WriteAsync(page, site);

        // Tried.
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Essayer, programmer, envoyer" }).ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[value=essai]").ClickAsync());
        (await page.Locator("[role=status]").InnerTextAsync()).ShouldContain("essai est parti");
        await site.WithAsync<PostOutbox, int>(post => post.RunAsync(CancellationToken.None));
        (await site.Sink.WaitForAsync("redaction@echelon.example", "[Essai]")).TextBody!.ShouldContain("La nappe");

        // Scheduled, taken back, and sent after one more question.
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Essayer, programmer, envoyer" }).ClickAsync());
        await page.Locator("#quand").FillAsync("2099-01-01T08:00");
        await page.LeaveAsync(() => page.Locator("button[value=programmer]").ClickAsync());
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Changer l’heure" }).ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[value=deprogrammer]").ClickAsync());
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Essayer, programmer, envoyer" }).ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[value=envoyer]").ClickAsync());
        (await page.Locator("#certain-titre").InnerTextAsync()).ShouldContain("4 lecteurs");
        await page.LeaveAsync(() => page.Locator("button[value=confirmer]").ClickAsync());
        await site.WithAsync<ComposeNewsletters, Written>(compose => compose.RunAsync(site.Clock.GetUtcNow().UtcDateTime, null, CancellationToken.None));

        // Held back, and let go.
        await page.ReloadAsync();
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Suspendre, reprendre, arrêter" }).ClickAsync());
        var row = page.Locator("tr").Filter(new() { HasText = Subject });
        await page.LeaveAsync(() => row.Locator("button[value=pause]").ClickAsync());
        (await PostAsync(site)).ShouldBe(0);
        await page.LeaveAsync(() => row.Locator("button[value=reprendre]").ClickAsync());
        (await PostAsync(site)).ShouldBe(4);
        (await site.Sink.WaitForAsync("lecteur@echelon.example", Subject)).TextBody!.ShouldContain("La nappe");

        // On the site, for anybody.
        var reader = await browser.PageAsync(javaScript);
        await reader.GotoAsync(site.Url + "/lettres/la-releve/");
        await reader.LeaveAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = Subject }).ClickAsync());
        (await reader.Locator("h1").InnerTextAsync()).ShouldBe(Subject);
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("La nappe");
    });

    private static async Task WriteAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Url + "/redaction/lettres/la-releve");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Écrire un numéro" }).ClickAsync());
        await page.Locator("#objet").FillAsync(Subject);
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[value='ajouter:Text']").ClickAsync());
        await page.Locator("#texte").FillAsync("La nappe a **baissé**.");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le bloc" }).ClickAsync());
        await page.LeaveAsync(() => page.Locator("button[value='ajouter:Articles']").ClickAsync());
        await page.LeaveAsync(() => page.Locator(".offered button").First.ClickAsync());
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le bloc" }).ClickAsync());
        // The articles go first.
        await page.LeaveAsync(() => page.Locator("button[value^='monter:']").Last.ClickAsync());
        (await page.Locator("ol.held > li a").First.InnerTextAsync()).ShouldStartWith("Articles");
    }

    private static async Task<int> PostAsync(LiveSite site) => (await site.WithAsync<PostNewsletters, NewsletterReport>(post => post.RunAsync())).Posted.Sent;
}
