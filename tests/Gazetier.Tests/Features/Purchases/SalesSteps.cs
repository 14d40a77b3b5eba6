using Gazetier.Changes;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Products;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>A newspaper that sells, and people who buy.</summary>
internal static class SalesSteps
{
    /// <summary>Of a town hall; its sum is right.</summary>
    public const string TownHall = "21350238800019";

    public static readonly Guid Town = Guid.Parse("01900000-0000-7000-8000-0000000000a1");

    /// <summary>Opens the sales of <i>Le Courrier</i>: a press number, terms, every means of payment, an offer for town halls.</summary>
    public static Task OpenSalesAsync(this Site site) => site.DoAsync(async db =>
    {
        var imprint = await db.Set<Imprint>().SingleAsync();
        (imprint.Cppap, imprint.CppapFrom, imprint.CppapUntil) = ("0000 W 00000", new DateOnly(2024, 1, 1), new DateOnly(2029, 12, 31));
        db.SalesTerms.Add(new SalesTerms { Version = 1, Text = "## Prix\n\nLe prix est celui du récapitulatif.", From = site.Now });
        await db.MeansSettings.ForEachAsync(setting => (setting.IsOn, setting.Text) = (true, $"Comment régler par {setting.Means}"));
        db.Products.Add(new Product { Number = 1, Slug = "club-finances", Name = "Club Finances" });
        db.Offers.Add(new Offer
        {
            Id = Town,
            Slug = "collectivite",
            Name = "Collectivité",
            Customer = CustomerKind.Organisation,
            SizeFrom = 1,
            SizeTo = 4_999,
            PriceCents = 39_000,
            PriceIsWithoutTax = true,
            Seats = 5,
            TermMonths = 12,
            Position = 2,
        });
        db.Append(site.Now, "test", ChangeLog.Everything);
        await db.SaveChangesAsync();
    });

    /// <summary>The person's address, sent.</summary>
    public static (string, string)[] Address =>
        [("nom", "Lou Marchal"), ("rue", "3, rue du Puits"), ("postal", "35 000"), ("ville", "Rennes"), ("pays", "FR")];

    /// <summary>A town hall's, sent.</summary>
    public static (string, string)[] TownAddress(string siret = TownHall) =>
        [("nom", "Commune de Valmorel"), ("siret", siret), ("rue", "1, place de la Mairie"), ("postal", "35000"), ("ville", "Valmorel"), ("pays", "FR"), ("service", "DOC"), ("plus-tard", "true")];

    /// <summary>Up to the summary; returns the id of the purchase.</summary>
    public static async Task<Guid> FillInAsync(this Browser browser, string offer = "individuel", string means = "Transfer", string code = "", string siret = TownHall)
    {
        var isTown = offer == "collectivite";
        var begun = await browser.PostAsync($"/abonnement/commander/{offer}", ("code", code), ("quantite", "1"), ("habitants", isTown ? "3000" : ""));
        var address = begun.Location.ShouldNotBeNull();
        address = address.Replace("reglement", "adresse", StringComparison.Ordinal).Replace("recapitulatif", "adresse", StringComparison.Ordinal);
        var pay = await browser.PostAsync(address, isTown ? TownAddress(siret) : Address);
        var summary = await browser.PostAsync(pay.Location.ShouldNotBeNull(), ("moyen", means));
        summary.Location.ShouldNotBeNull().ShouldEndWith("/recapitulatif");
        return Guid.Parse(summary.Location.Split('/')[3]);
    }

    /// <summary>Sends the summary as it is shown.</summary>
    public static async Task<Answer> OrderAsync(this Browser browser, Guid id)
    {
        var summary = await browser.GetAsync($"/abonnement/commande/{id}/recapitulatif");
        var total = summary.Document.QuerySelector("input[name=total]")?.GetAttribute("value") ?? "";
        var trial = summary.Document.QuerySelector("input[name=essai]")?.GetAttribute("value") ?? "";
        return await browser.PostAsync($"/abonnement/commande/{id}/recapitulatif", ("total", total), ("essai", trial), ("conditions", "true"), ("tout-de-suite", "true"));
    }

    public static async Task<Purchase> BuyAsync(this Site site, Browser browser, string offer = "individuel", string means = "Transfer", string code = "", string siret = TownHall)
    {
        var id = await browser.FillInAsync(offer, means, code, siret);
        (await browser.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");
        return await site.PurchaseAsync(id);
    }

    public static Task<Purchase> PurchaseAsync(this Site site, Guid id) => site.DoAsync(db => db.Purchases.AsNoTracking().Include(p => p.Offer).SingleAsync(p => p.Id == id));

    /// <summary>As the desk records it.</summary>
    public static Task<Answer> PayAsync(this Browser desk, Guid id, string amount) =>
        desk.PostAsync($"/redaction/commandes/{id}", ("montant", amount), ("jour", "2026-11-23"), ("moyen", "Transfer"), ("note", "VIR 12"));

    public static Task<int> CallForPaymentsAsync(this Site site) => site.WithAsync<CallForPayments, int>(call => call.RunAsync(CancellationToken.None));

    public static async Task<bool> ReadsAsync(this Browser browser) => (await browser.GetAsync(Reading)).Body.Contains(Newsroom.Secret.Split(' ')[0], StringComparison.Ordinal);

    private static string Reading => $"/{Newsroom.Locked}/le-syndicat-coupe-deux-forages/";
}
