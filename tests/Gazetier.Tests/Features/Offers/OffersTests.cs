using System.Net;
using Gazetier.Features.Offers;
using Gazetier.Features.Products;
using Gazetier.Tests.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Offers;

/// <summary>The desk keeps offers, products, codes and means of payment; the newsroom sees nothing of it (S-09).</summary>
public class OffersTests
{
    private static readonly (string, string)[] Team =
    [
        ("nom", "Équipe"), ("contenu", "Cinq comptes\nUne facture"), ("produit", "0"), ("produit", "1"), ("client", "Organisation"), ("places", "5"), ("prix", "690"), ("hors-taxe", "true"), ("taxe", "Press"),
        ("duree", "12"), ("lancement", "490,00"), ("lancement-termes", "1"), ("reconduction", "true"), ("vente-du", "2026-11-24T08:00"),
    ];

    [Fact]
    public async Task An_offer_is_added_and_appears_on_its_minute_and_goes_when_it_is_retired()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync("/redaction/formules/nouvelle", Team)).Location.ShouldBe("/redaction/formules?fait=ajoute");
        var offer = await site.DoAsync(db => db.Offers.SingleAsync(o => o.Slug == "equipe"));
        (offer.PriceCents, offer.IntroCents, offer.Seats, offer.PriceIsWithoutTax, offer.Renews, offer.Products).ShouldBe((69_000, 49_000, 5, true, true, ProductSet.Of([0, 1])));
        using var visitor = site.Visitor();
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/abonnement/")).Has("#formule-equipe").ShouldBeFalse();
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
        var page = await visitor.GetAsync("/abonnement/");
        page.Text("section:has(> #formule-equipe) .price").ShouldBe("490 € par an, hors taxes la première fois, puis 690 € par an 500,29 € toutes taxes comprises");
        page.Texts(".offer-group h2").ShouldBe(["Pour vous", "Collectivités et organismes"]);

        using var nextDay = await site.SignInAsync(Newsroom.Dora);
        (await nextDay.PostAsync($"/redaction/formules/{offer.Id}", ("faire", "retirer"))).Location.ShouldBe("/redaction/formules?fait=retire");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/abonnement/")).Has("#formule-equipe").ShouldBeFalse();
        (await nextDay.GetAsync("/redaction/formules")).Texts("tbody .status").ShouldContain("Retirée");
        await nextDay.PostAsync($"/redaction/formules/{offer.Id}", ("faire", "remettre"));
        (await site.DoAsync(db => db.Acts.Where(a => a.ByName == "Dora").OrderBy(a => a.Id).Select(a => a.What).ToListAsync())).ShouldBe(["offer.created", "offer.retired", "offer.restored"]);
    }

    [Fact]
    public async Task A_wrong_offer_is_said_field_by_field_and_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = await site.DoAsync(db => db.Offers.Select(o => o.Id).SingleAsync());
        var answer = await dora.PostAsync($"/redaction/formules/{id}", ("nom", ""), ("client", "Nobody"), ("taxe", "9"), ("prix", "cher"), ("duree", "0"), ("produit", "44"), ("habitants-de", "10"), ("habitants-a", "5"), ("vente-du", "2027-01-01T00:00"), ("vente-au", "2026-01-01T00:00"), ("lancement", "1"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Texts(".error-summary li").Count.ShouldBe(9);
        (await site.DoAsync(db => db.Offers.SingleAsync())).Name.ShouldBe("Individuel");
    }

    [Fact]
    public async Task Offers_are_put_in_order_by_number()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var ids = (await dora.GetAsync("/redaction/formules")).Document.QuerySelectorAll("input[name=formule]").Select(i => i.GetAttribute("value")!).ToList();
        (await dora.PostAsync("/redaction/formules", ("formule", ids[0]), ("place", "2"), ("formule", ids[1]), ("place", "2"))).Location.ShouldBe("/redaction/formules?fait=ordre");
        (await site.DoAsync(db => db.Offers.InOrder().Select(o => o.Slug).ToListAsync())).ShouldBe(["collectivite", "individuel"]);
    }

    [Fact]
    public async Task F_31_the_desk_is_told_what_keeps_an_offer_from_being_sold_and_when_the_press_number_ends()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var page = await dora.GetAsync("/redaction/formules");
        page.Texts(".notice.warn").Count.ShouldBe(2);
        page.Text("tbody .status").ShouldStartWith("Numéro CPPAP absent ou périmé");
        await site.OpenSalesAsync();
        (await dora.GetAsync("/redaction/formules")).Texts(".notice.warn").ShouldBeEmpty();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        var settings = (await odile.GetAsync("/redaction/reglages")).Document.QuerySelectorAll("form.settings [name]")
            .Select(f => (f.GetAttribute("name")!, f.GetAttribute("value") ?? f.TextContent)).Where(f => f.Item1 is not ("cppap-au" or "fuseau")).ToArray();
        (await odile.PostAsync("/redaction/reglages", [.. settings, ("fuseau", "Europe/Paris"), ("cppap-au", "2027-03-01")])).Location.ShouldBe("/redaction/reglages?fait=enregistre");
        (await dora.GetAsync("/redaction/formules")).Text(".notice.warn").ShouldContain("1 mars 2027");
    }

    [Fact]
    public async Task Products_get_the_next_number_and_the_newspaper_itself_stays()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync("/redaction/produits", ("nom", "Club RH"))).Location.ShouldBe("/redaction/produits?fait=ajoute");
        (await dora.PostAsync("/redaction/produits", ("nom", "club rh"))).Text(".error-summary li").ShouldBe("Un produit porte déjà ce nom.");
        (await dora.PostAsync("/redaction/produits/1", ("faire", "retirer"))).Location.ShouldBe("/redaction/produits?fait=retire");
        await dora.PostAsync("/redaction/produits", ("nom", "Club Finances"));
        (await dora.PostAsync("/redaction/produits/0", ("faire", "retirer"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dora.PostAsync("/redaction/produits/0", ("nom", "L’hebdo"))).Location.ShouldBe("/redaction/produits?fait=enregistre");
        var products = await site.DoAsync(db => db.Products.OrderBy(p => p.Number).ToListAsync());
        products.Select(p => (p.Number, p.Name, p.RetiredAt is null)).ShouldBe([(0, "L’hebdo", true), (1, "Club RH", false), (2, "Club Finances", true)]);
        (await dora.PostAsync("/redaction/produits/1", ("faire", "remettre"))).Location.ShouldBe("/redaction/produits?fait=remis");
        (await dora.GetAsync("/redaction/produits/9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Codes_and_means_are_kept_by_form()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync("/redaction/codes", ("code", "é"), ("pour-cent", "20"), ("montant", "5"), ("usages", "0"))).Texts(".error-summary li").Count.ShouldBe(3);
        (await dora.PostAsync("/redaction/codes", ("code", "rentree"), ("pour-cent", "20"), ("au", "2027-01-01T00:00"))).Location.ShouldBe("/redaction/codes?fait=ajoute");
        (await dora.PostAsync("/redaction/codes", ("code", "RENTREE"), ("pour-cent", "30"))).Text(".error-summary li").ShouldStartWith("Ce code existe déjà");
        var code = await site.DoAsync(db => db.PromotionCodes.SingleAsync());
        (code.Code, code.Until).ShouldBe(("RENTREE", new DateTime(2026, 12, 31, 23, 0, 0)));
        await dora.PostAsync("/redaction/codes", ("retirer", code.Id.ToString()));
        (await site.DoAsync(db => db.PromotionCodes.SingleAsync())).RetiredAt.ShouldNotBeNull();

        var form = (await dora.GetAsync("/redaction/reglements/moyens")).Document.QuerySelectorAll("form.settings [name]:not([type=checkbox])").Select(f => (f.GetAttribute("name")!, f.GetAttribute("value") ?? f.TextContent)).ToList();
        form.Add(("Lines[0].IsOn", "true"));
        (await dora.PostAsync("/redaction/reglements/moyens", [.. form])).Text(".error-summary li").ShouldStartWith("Dites comment régler");
        form[form.FindIndex(f => f.Item1 == "Lines[0].Text")] = ("Lines[0].Text", "IBAN FR76 0000");
        form[form.FindIndex(f => f.Item1 == "Lines[0].ReminderDays")] = ("Lines[0].ReminderDays", "10, 2");
        (await dora.PostAsync("/redaction/reglements/moyens", [.. form])).Location.ShouldBe("/redaction/reglements/moyens?fait=enregistre");
        var transfer = await site.DoAsync(db => db.MeansSettings.SingleAsync(s => s.IsOn));
        (transfer.Text, transfer.ReminderDays).ShouldBe(("IBAN FR76 0000", "2,10"));
        (await dora.PostAsync("/redaction/reglements/moyens", ("Lines[0].IsOn", "true"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task S_09_the_newsroom_sees_nothing_of_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var page in new[] { "formules", "formules/nouvelle", "produits", "codes", "commandes", "reglements/moyens", "conditions" })
        {
            (await ines.GetAsync("/redaction/" + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }
}
