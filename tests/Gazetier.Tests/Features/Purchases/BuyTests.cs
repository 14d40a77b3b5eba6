using System.Net;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>From the offer to the order, by a person and by a town hall (F-01, L-11).</summary>
public class BuyTests
{
    [Fact]
    public async Task A_person_buys_step_by_step_and_keeps_a_confirmation()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/abonnement/")).Document.QuerySelector("#formule-individuel ~ a")!.GetAttribute("href").ShouldBe("/abonnement/commander/individuel");
        (await visitor.GetAsync("/abonnement/commander/individuel")).Location.ShouldBe("/connexion?retour=%2Fabonnement%2Fcommander%2Findividuel");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/abonnement/commander/individuel")).Text(".facts").ShouldContain("199 € par an, toutes taxes comprises (194,91 € hors taxes)");
        (await site.DoAsync(db => db.Purchases.CountAsync())).ShouldBe(0);

        var id = await lou.FillInAsync();
        var summary = await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif");
        summary.Texts(".sums td").ShouldBe(["194,91 €", "4,09 €", "199 €"]);
        summary.Text("main form button").ShouldBe("Commander avec obligation de paiement");
        summary.Document.QuerySelectorAll("input[type=checkbox][checked]").ShouldBeEmpty();
        summary.Text("main").ShouldContain("L’abonnement s’arrête de lui-même à son terme.");
        (await lou.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");

        var bought = await site.PurchaseAsync(id);
        (bought.Number, bought.State, bought.GrossCents, bought.NetCents, bought.VatBasisPoints).ShouldBe(("C-2026-00001", PurchaseState.Ordered, 19_900, 19_491, 210));
        bought.DueAt.ShouldBe(new DateTime(2026, 12, 8, 23, 0, 0));
        bought.SubscriptionId.ShouldBeNull();
        var done = await lou.GetAsync($"/abonnement/commande/{id}/merci");
        done.Text("#a-regler").ShouldContain("Référence à rappeler : C-2026-00001.");
        done.Text("#a-regler").ShouldContain("Comment régler par Transfer");
        (await lou.GetAsync("/mon-compte/commandes")).Text("main h2").ShouldBe("Commande C-2026-00001");
        (await lou.GetAsync($"/mon-compte/commandes/{id}")).Text(".status").ShouldBe("À régler");

        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.To == "lou@example.org");
        mail.Subject.ShouldBe("Votre commande C-2026-00001 est confirmée");
        foreach (var durable in new[] { "199\u00a0€ toutes taxes comprises", "quatorze jours", "/resilier", "Comment régler par Transfer", "C-2026-00001", "version 1", "Le prix est celui du récapitulatif.", "Lou Marchal" })
        {
            mail.Text.ShouldContain(durable);
        }
    }

    [Fact]
    public async Task A_town_hall_orders_by_mandate_and_looks_after_its_organisation()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou, "collectivite", "Mandate");
        (bought.NetCents, bought.VatCents, bought.GrossCents, bought.Inhabitants).ShouldBe((39_000, 819, 39_819, 3_000));
        (bought.Billing.Siret, bought.Billing.ServiceCode, bought.Billing.EngagementComesLater).ShouldBe((SalesSteps.TownHall, "DOC", true));
        var (organisation, subscription, stewards) = await site.DoAsync(async db => (
            await db.Organisations.SingleAsync(), await db.Subscriptions.SingleAsync(s => s.Id == bought.SubscriptionId), await db.Stewards.Select(s => s.AccountId).ToListAsync()));
        (organisation.Siret, organisation.Name, organisation.Size).ShouldBe((SalesSteps.TownHall, "Commune de Valmorel", 3_000));
        (subscription.OrganisationId, subscription.AccountId, subscription.Seats).ShouldBe((organisation.Id, null, 5));
        subscription.Until.ShouldBe(new DateTime(2027, 11, 23, 23, 0, 0));
        stewards.ShouldBe([Newsroom.Lou]);
        await site.PostOutboxAsync();
        site.Mails.ShouldContain(m => m.To == "lou@example.org" && m.Text.Contains("Numéro d’engagement\u00a0: à nous transmettre.") && !m.Text.Contains("quatorze jours"));
    }

    [Fact]
    public async Task A_stranger_gets_nothing_of_an_organisation_by_typing_its_siret()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await site.BuyAsync(lou, "collectivite", "Mandate");
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var bought = await site.BuyAsync(noe, "collectivite", "Mandate");
        (bought.State, bought.SubscriptionId, bought.OrganisationId).ShouldBe((PurchaseState.Waiting, null, null));
        (await site.DoAsync(db => db.Stewards.CountAsync())).ShouldBe(1);
        await site.PostOutboxAsync();
        site.Mails.ShouldContain(m => m.To == "dora@example.org" && m.Subject.Contains(bought.Number!));

        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync("/redaction/commandes?vue=attente")).Texts("tbody th a").ShouldBe([bought.Number!]);
        (await dora.PostAsync($"/redaction/commandes/{bought.Id}/accepter", ("gestionnaire", "true"))).Location.ShouldBe($"/redaction/commandes/{bought.Id}?fait=accepte");
        bought = await site.PurchaseAsync(bought.Id);
        (bought.State, bought.SubscriptionId is null, bought.OrganisationId is null).ShouldBe((PurchaseState.Ordered, false, false));
        (await site.DoAsync(db => db.Stewards.CountAsync())).ShouldBe(2);
        (await dora.PostAsync($"/redaction/commandes/{bought.Id}/accepter")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_begun_is_taken_up_where_it_was_left_and_only_by_who_began_it()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var address = (await lou.PostAsync("/abonnement/commander/individuel")).Location!;
        address.ShouldEndWith("/adresse");
        (await lou.GetAsync(address.Replace("adresse", "recapitulatif", StringComparison.Ordinal))).Location.ShouldBe(address);
        await lou.PostAsync(address, SalesSteps.Address);
        (await lou.PostAsync("/abonnement/commander/individuel")).Location.ShouldBe(address.Replace("adresse", "reglement", StringComparison.Ordinal));
        (await site.DoAsync(db => db.Purchases.CountAsync())).ShouldBe(1);
        (await lou.GetAsync(address)).Document.QuerySelector("#ville")!.GetAttribute("value").ShouldBe("Rennes");

        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await noe.PostAsync(address, SalesSteps.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var mine = "/mon-compte/commandes/" + address.Split('/')[3];
        (await noe.PostAsync(mine)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.GetAsync(mine)).Document.QuerySelector("main a.button")!.GetAttribute("href").ShouldEndWith("/reglement");
        (await lou.PostAsync(mine)).Location.ShouldBe("/mon-compte/commandes");
        (await site.DoAsync(db => db.Purchases.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Each_wrong_field_is_said()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync("/abonnement/commander/individuel", ("code", "NOEL"))).Text(".error-summary li").ShouldStartWith("Ce code n’existe pas.");
        (await lou.PostAsync("/abonnement/commander/collectivite", ("quantite", "1"), ("habitants", "20000"))).Text(".error-summary li").ShouldContain("de 1 à 4 999 habitants");
        (await lou.PostAsync("/abonnement/commander/collectivite", ("quantite", "0"), ("habitants", "x"))).Texts(".error-summary li").Count.ShouldBe(2);
        var address = (await lou.PostAsync("/abonnement/commander/collectivite", ("quantite", "2"), ("habitants", "3000"))).Location!;
        (await lou.PostAsync(address, SalesSteps.TownAddress("21350238800018"))).Text(".error-summary li").ShouldStartWith("Ce n’est pas un numéro SIRET");
        (await lou.PostAsync(address, ("pays", "autre"))).Texts(".error-summary li").Count.ShouldBe(5);
        (await lou.PostAsync(address, [.. SalesSteps.TownAddress().Where(f => f.Item1 != "postal"), ("postal", "97150")])).Text(".error-summary li").ShouldStartWith("Nous ne savons pas encore facturer en ligne");
        var pay = (await lou.PostAsync(address, SalesSteps.TownAddress())).Location!;
        (await lou.PostAsync(pay, ("moyen", "Complimentary"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var summary = (await lou.PostAsync(pay, ("moyen", "Mandate"))).Location!;
        (await lou.PostAsync(summary, ("total", "79638"))).Text(".error-summary li").ShouldStartWith("Lisez les conditions générales de vente");
        (await lou.PostAsync(summary, ("total", "100"), ("conditions", "true"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await lou.PostAsync(summary, ("total", "79638"), ("conditions", "true"))).Location!.ShouldEndWith("/merci");
    }

    [Fact]
    public async Task A_person_cannot_pay_by_mandate_nor_order_without_asking_that_it_begins()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync();
        (await lou.PostAsync($"/abonnement/commande/{id}/reglement", ("moyen", "Mandate"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.PostAsync($"/abonnement/commande/{id}/recapitulatif", ("total", "19900"), ("conditions", "true"))).Text(".error-summary li").ShouldContain("quatorze jours");
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m.SetProperty(x => x.IsOn, false)));
        (await lou.GetAsync("/abonnement/commander/individuel")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task L_11_what_was_accepted_is_kept_with_its_fingerprint_and_the_old_terms_stay()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou);
        bought.EvidenceHash.ShouldBe(Evidence.HashOf(bought.Evidence));
        bought.EvidenceHash.Length.ShouldBe(64);
        foreach (var said in new[] { "Commander avec obligation de paiement", "J’ai lu les conditions générales de vente", "sans attendre la fin du délai", "\"version\": 1", "19900", bought.Number!, Evidence.HashOf("## Prix\n\nLe prix est celui du récapitulatif.") })
        {
            bought.Evidence.ShouldContain(said);
        }

        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync("/redaction/conditions", ("texte", "## Prix\n\nNouveau."), ("version", "1"))).Location.ShouldBe("/redaction/conditions?fait=publie");
        (await dora.PostAsync("/redaction/conditions", ("texte", "Autre."), ("version", "1"))).Status.ShouldBe(HttpStatusCode.Conflict);
        await site.FollowChangesAsync();
        (await lou.GetAsync("/conditions-de-vente")).Text(".prose").ShouldBe("Prix Nouveau.");
        (await lou.GetAsync("/conditions-de-vente/1")).Text(".prose").ShouldBe("Prix Le prix est celui du récapitulatif.");
        (await lou.GetAsync("/conditions-de-vente/3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_it_already_goes_on_where_it_ends()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m.SetProperty(x => x.OpensOnPayment, false)));
        var ends = await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).Select(s => s.Until).SingleAsync());
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var bought = await site.BuyAsync(camille);
        (await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.Id == bought.SubscriptionId))).From.ShouldBe(ends);
    }
}
