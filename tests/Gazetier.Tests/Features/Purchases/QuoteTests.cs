using System.Net;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Print;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>F-02: quotes on paper, that we keep to, and that are accepted by ordering.</summary>
public class QuoteTests
{
    [Fact]
    public async Task F_02_A_quote_says_who_what_how_much_and_until_when_to_who_asked()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync("collectivite", "Mandate");
        (await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif")).Has($"form[action='/abonnement/commande/{id}/devis'] button").ShouldBeTrue();
        var written = (await lou.PostAsync($"/abonnement/commande/{id}/devis")).Location.ShouldNotBeNull();
        written.ShouldMatch("^/mon-compte/devis/DEV-");
        (await lou.PostAsync($"/abonnement/commande/{id}/devis")).Location.ShouldBe(written, "asked again, it is the same");

        var (answer, pdf) = await lou.BytesAsync(new HttpRequestMessage(HttpMethod.Get, written));
        answer.Headers["Content-Type"].ShouldBe("application/pdf");
        var text = PdfText.Of(pdf).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        foreach (var said in new[] { "Le Courrier", "Commune de Valmorel", "SIRET 21350238800019", "23 décembre 2026", "390 €", "8,19 €", "398,19 €", "TVA à 2,1 %", "Total hors taxes", "version 1" })
        {
            text.ShouldContain(said);
        }

        (await lou.GetAsync("/mon-compte/devis")).Text("main").ShouldContain("Valable jusqu’au 23 décembre 2026 inclus.");
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync(written)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await noe.PostAsync($"/abonnement/commande/{id}/devis")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await noe.GetAsync("/mon-compte/devis")).Text("main").ShouldContain("Aucun devis");
    }

    [Fact]
    public async Task F_02_We_keep_to_it_and_who_orders_in_time_accepts_it()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync("collectivite", "Mandate");
        await lou.PostAsync($"/abonnement/commande/{id}/devis");
        // Dearer, and sold no more.
        await site.DoAsync(db => db.Offers.Where(o => o.Id == SalesSteps.Town).ExecuteUpdateAsync(o => o.SetProperty(x => x.PriceCents, 50_000).SetProperty(x => x.RetiredAt, site.Now)));
        site.Clock.Advance(TimeSpan.FromDays(29));
        (await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif")).Text("main").ShouldContain("Prix du devis DEV-");
        (await lou.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");
        var ordered = await site.PurchaseAsync(id);
        (ordered.State, ordered.NetCents).ShouldBe((PurchaseState.Ordered, 39_000));
        ordered.Evidence.ShouldContain("DEV-");
        (await lou.GetAsync("/mon-compte/devis")).Text("main").ShouldContain($"Accepté : commande {ordered.Number}.");
    }

    [Fact]
    public async Task F_02_After_its_time_or_for_something_else_it_binds_nobody()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync("collectivite", "Mandate");
        await lou.PostAsync($"/abonnement/commande/{id}/devis");
        await site.DoAsync(db => db.Offers.Where(o => o.Id == SalesSteps.Town).ExecuteUpdateAsync(o => o.SetProperty(x => x.PriceCents, 50_000)));
        await site.DoAsync(db => db.Purchases.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Quantity, 2)));
        (await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif")).Text(".sums .total").ShouldContain("1 021");
        await site.DoAsync(db => db.Purchases.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Quantity, 1)));
        site.Clock.Advance(TimeSpan.FromDays(31));
        using var later = await site.SignInAsync(Newsroom.Lou);
        (await later.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");
        (await site.PurchaseAsync(id)).NetCents.ShouldBe(50_000);
    }

    /// <summary>Once for each term, on however many nodes, to all stewards; whichever of them orders carries the contract on, with its seats.</summary>
    [Fact]
    public async Task F_02_Months_before_a_contract_ends_by_itself_its_stewards_have_the_next_quote()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou, "collectivite", "Mandate");
        await site.DoAsync(async db =>
        {
            db.Add(new Steward { OrganisationId = bought.OrganisationId!.Value, AccountId = Newsroom.Noe, AddedAt = site.Now.AddHours(1) });
            db.Add(new Seat { SubscriptionId = bought.SubscriptionId!.Value, AccountId = Newsroom.Paul, TakenAt = site.Now });
            await db.SaveChangesAsync();
        });
        (await WriteAsync(site)).ShouldBe(0, "a year is left");
        var ends = (await ContractAsync(site, bought)).Until;
        site.Clock.SetUtcNow(new DateTimeOffset(ends.AddMonths(-4).AddDays(1), TimeSpan.Zero));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(site)))).Sum().ShouldBe(1);
        (await WriteAsync(site)).ShouldBe(0);

        await site.PostOutboxAsync();
        var mails = site.Mails.Where(m => m.Subject == "Devis pour renouveler votre abonnement à Le Courrier").ToList();
        mails.Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        var text = PdfText.Of(mails[0].Files.ShouldHaveSingleItem().Content).Replace('\u00a0', ' ');
        text.ShouldContain((await ContractAsync(site, bought)).Reference);
        text.ShouldContain("398,19 €");

        using var noe = await site.SignInAsync(Newsroom.Noe);
        var listed = await noe.GetAsync("/mon-compte/devis");
        var number = listed.Document.QuerySelector("button[name=devis]")!.GetAttribute("value")!;
        (await noe.GetAsync($"/mon-compte/devis/{number}")).Headers["Content-Type"].ShouldBe("application/pdf");
        using var stranger = await site.SignInAsync(Newsroom.Camille);
        (await stranger.PostAsync("/mon-compte/devis", ("devis", number))).Status.ShouldBe(HttpStatusCode.NotFound);
        var pay = (await noe.PostAsync("/mon-compte/devis", ("devis", number))).Location.ShouldNotBeNull();
        pay.ShouldEndWith("/reglement");
        await noe.PostAsync(pay, ("moyen", "Mandate"));
        var id = Guid.Parse(pay.Split('/')[3]);
        (await noe.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");
        using var later = await site.SignInAsync(Newsroom.Lou);
        (await later.PostAsync("/mon-compte/devis", ("devis", number))).Status.ShouldBe(HttpStatusCode.Conflict);

        var carried = await ContractAsync(site, bought);
        (carried.Until, carried.From).ShouldBe((ends.AddYears(1), bought.OrderedAt!.Value));
        (await site.DoAsync(db => db.Seats.CountAsync(s => s.SubscriptionId == carried.Id))).ShouldBe(1);
        (await site.PurchaseAsync(id)).GraceUntil!.Value.ShouldBeGreaterThanOrEqualTo(ends);

        // Taken back by the desk, what was paid before runs to its end.
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync($"/redaction/commandes/{id}/annuler")).Location.ShouldNotBeNull();
        (await ContractAsync(site, bought)).Until.ShouldBe(ends);
    }

    private static Task<int> WriteAsync(Site site) => site.WithAsync<WriteRenewalQuotes, int>(write => write.RunAsync(CancellationToken.None));

    private static Task<Subscription> ContractAsync(Site site, Purchase bought) => site.DoAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == bought.SubscriptionId));
}
