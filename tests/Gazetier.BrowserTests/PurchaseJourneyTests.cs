using Gazetier.Data;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Gazetier.BrowserTests;

/// <summary>The whole purchase, by a person and by a town hall, with and without JavaScript.</summary>
public class PurchaseJourneyTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Email = "lecteur@echelon.example";
    private const string Password = "le-lecteur-du-matin";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_person_chooses_signs_in_on_the_way_and_orders(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await ForgetAsync();
        var page = await browser.PageAsync(javaScript, width: javaScript ? 1280 : 360);
        await page.GotoAsync(demo.Site.Url + "/abonnement/");
        await page.Locator("#formule-individuel ~ a.button").ClickAsync();

        // Identity comes first, and leads back to the offer.
        await page.WaitForURLAsync("**/connexion?retour=**");
        await page.Locator("main #email").FillAsync(Email);
        await page.Locator("main #password").FillAsync(Password);
        await page.Locator("main form button.button").First.ClickAsync();
        await page.WaitForURLAsync("**/abonnement/commander/individuel");
        await page.Locator("#code").FillAsync("rentree");
        await NextAsync(page, "**/adresse");

        await page.Locator("#rue").FillAsync("3, rue du Puits");
        await NextAsync(page, "**/adresse");
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("cinq chiffres");
        await page.Locator("#postal").FillAsync("59000");
        await page.Locator("#ville").FillAsync("Lille");
        await NextAsync(page, "**/reglement");
        await page.Locator("input[name='moyen'][value='Transfer']").CheckAsync();
        await NextAsync(page, "**/recapitulatif");

        (await page.Locator(".sums .total td").InnerTextAsync()).ShouldBe("159,20\u00a0€");
        await page.Locator("#conditions").CheckAsync();
        await page.Locator("#tout-de-suite").CheckAsync();
        await page.Locator("button:has-text('Commander avec obligation de paiement')").ClickAsync();
        await page.WaitForURLAsync("**/merci");
        (await page.Locator("#a-regler").InnerTextAsync()).ShouldContain("IBAN");
        var mail = await demo.Site.Sink.WaitForAsync(Email, "est confirmée");
        mail.TextBody!.ShouldContain("quatorze jours");
        await page.ReloadAsync();
        (await PurchasesAsync()).ShouldHaveSingleItem().State.ShouldBe(PurchaseState.Ordered);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_town_hall_orders_by_administrative_mandate(bool javaScript) => Chromium.WalkAsync(async browser =>
    {
        await ForgetAsync();
        var page = await browser.PageAsync(javaScript);
        await page.GotoAsync(demo.Site.Url + "/connexion?retour=/abonnement/commander/collectivite-5000");
        await page.Locator("main #email").FillAsync(Email);
        await page.Locator("main #password").FillAsync(Password);
        await page.Locator("main form button.button").First.ClickAsync();
        await page.WaitForURLAsync("**/abonnement/commander/collectivite-5000");
        await page.Locator("#habitants").FillAsync("3120");
        await NextAsync(page, "**/adresse");

        await page.Locator("#nom").FillAsync("Commune de Valmorel");
        await page.Locator("#siret").FillAsync("213 502 388 00018");
        await page.Locator("#rue").FillAsync("Place de la Mairie");
        await page.Locator("#postal").FillAsync("59999");
        await page.Locator("#ville").FillAsync("Valmorel");
        await NextAsync(page, "**/adresse");
        (await page.Locator(".error-summary").InnerTextAsync()).ShouldContain("SIRET");
        await page.Locator("#siret").FillAsync("213 502 388 00019");
        await page.Locator("#service").FillAsync("DOC");
        await page.Locator("input[name='plus-tard']").CheckAsync();
        await page.Locator("#bon").SetInputFilesAsync(new FilePayload { Name = "Bon de commande.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 bon"u8.ToArray() });
        await NextAsync(page, "**/reglement");
        await page.Locator("input[name='moyen'][value='Mandate']").CheckAsync();
        await NextAsync(page, "**/recapitulatif");

        (await page.Locator(".sums td").AllInnerTextsAsync()).ShouldBe(["390\u00a0€", "8,19\u00a0€", "398,19\u00a0€"]);
        (await page.Locator("#tout-de-suite").CountAsync()).ShouldBe(0);
        await page.Locator("#conditions").CheckAsync();
        await page.Locator("button:has-text('Commander avec obligation de paiement')").ClickAsync();
        await page.WaitForURLAsync("**/merci");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("L’accès court du");
        var bought = (await PurchasesAsync()).ShouldHaveSingleItem();
        (bought.Billing.ServiceCode, bought.OrganisationId is null, bought.SubscriptionId is null).ShouldBe(("DOC", false, false));
    });

    private static async Task NextAsync(IPage page, string address)
    {
        await page.Locator("main form button.button:has-text('Continuer')").ClickAsync();
        await page.WaitForURLAsync(address);
    }

    private Task<List<Purchase>> PurchasesAsync() => demo.Site.WithAsync<GazetierDb, List<Purchase>>(db => db.Purchases.AsNoTracking().ToListAsync());

    /// <summary>A walk begins again from its first line.</summary>
    private Task<int> ForgetAsync() => demo.Site.WithAsync<GazetierDb, int>(async db =>
    {
        await db.PurchaseFiles.ExecuteDeleteAsync();
        await db.Purchases.ExecuteDeleteAsync();
        await db.Subscriptions.Where(s => s.OrganisationId != null).ExecuteDeleteAsync();
        return await db.Organisations.ExecuteDeleteAsync();
    });
}
