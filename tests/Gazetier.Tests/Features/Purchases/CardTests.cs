using System.Net;
using Gazetier.Features.Purchases.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>Cards: at the provider's page, and back by its signed notice.</summary>
public class CardTests
{
    [Fact]
    public async Task The_button_leads_to_the_providers_page_and_the_policy_lets_it()
    {
        await using var provider = await Selling.OpenAsync();
        var (site, lou, id) = (provider.Site, provider.Lou, provider.Id);
        (await lou.GetAsync($"/abonnement/commande/{id}/merci")).Document.QuerySelector("#a-regler form")!.GetAttribute("action").ShouldBe($"/abonnement/commande/{id}/carte");
        var answer = await lou.PostAsync($"/abonnement/commande/{id}/carte");
        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.SeeOther, "https://checkout.provider.example/c/pay/cs_1"));
        (await lou.PostAsync($"/abonnement/commande/{id}/carte")).Location.ShouldBe("https://checkout.provider.example/c/pay/cs_1", "the same amount is the same page");
        var asked = provider.Double.Asked.First();
        asked["client_reference_id"].ShouldBe(id.ToString());
        asked["line_items[0][price_data][unit_amount]"].ShouldBe("19900");
        asked["success_url"].ShouldBe($"http://localhost/abonnement/commande/{id}/merci");
        (await lou.GetAsync($"/abonnement/commande/{id}/merci")).Headers["Content-Security-Policy"].ShouldEndWith("form-action 'self' https://checkout.provider.example");

        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.PostAsync($"/abonnement/commande/{id}/carte")).Status.ShouldBe(HttpStatusCode.NotFound);
        provider.Double.IsAway = true;
        (await lou.PostAsync($"/abonnement/commande/{id}/carte")).Location.ShouldBe($"/abonnement/commande/{id}/merci?carte=indisponible");
        (await lou.GetAsync($"/abonnement/commande/{id}/merci?carte=indisponible")).Text("[role=alert]").ShouldContain("ne répond pas");
    }

    [Fact]
    public async Task A_signed_notice_opens_access_once_however_often_and_at_once_it_comes()
    {
        await using var provider = await Selling.OpenAsync();
        var (site, lou, id) = (provider.Site, provider.Lou, provider.Id);
        using var stripe = site.Visitor();
        var body = ProviderDouble.Notice("evt_1", id, 19_900);
        (await lou.ReadsAsync()).ShouldBeFalse();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ProviderDouble.TellAsync(stripe, body, ProviderDouble.Sign(body, site.Now))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        // The same payment under another number of a notice.
        var again = ProviderDouble.Notice("evt_2", id, 19_900);
        (await ProviderDouble.TellAsync(stripe, again, ProviderDouble.Sign(again, site.Now))).Status.ShouldBe(HttpStatusCode.OK);
        (await lou.ReadsAsync()).ShouldBeTrue();
        var (payments, notices) = await site.DoAsync(async db => (await db.Payments.ToListAsync(), await db.CardNotices.CountAsync()));
        (payments.Count, payments[0].Cents, payments[0].ByName, payments[0].ProviderReference, notices).ShouldBe((1, 19_900, "Stripe", "pi_1", 1));
        (await site.DoAsync(db => db.Subscriptions.CountAsync(s => s.AccountId == Newsroom.Lou))).ShouldBe(1);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync($"/redaction/reglements/{payments[0].Id}/annuler")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_forged_altered_old_or_to_come_is_refused()
    {
        await using var provider = await Selling.OpenAsync();
        var (site, id) = (provider.Site, provider.Id);
        using var stripe = site.Visitor();
        var body = ProviderDouble.Notice("evt_1", id, 19_900);
        string?[] forged =
        [
            null, "", "t=,v1=", "v1=00", "t=x,v1=y", ProviderDouble.Sign(body, site.Now, "whsec_another"), ProviderDouble.Sign(body + " ", site.Now),
            ProviderDouble.Sign(body, site.Now.AddSeconds(-TakeNotice.Tolerance - 1)), ProviderDouble.Sign(body, site.Now.AddSeconds(TakeNotice.Tolerance + 1)),
        ];
        foreach (var signature in forged)
        {
            (await ProviderDouble.TellAsync(stripe, body, signature)).Status.ShouldBe(HttpStatusCode.BadRequest, signature ?? "none");
        }

        foreach (var strange in new[] { "", "null", "[]", "{}", "{\"id\":1}", new string('[', 50_000) })
        {
            ((int)(await ProviderDouble.TellAsync(stripe, strange, ProviderDouble.Sign(strange, site.Now))).Status).ShouldBeLessThan(500, strange[..Math.Min(20, strange.Length)]);
        }

        (await ProviderDouble.TellAsync(stripe, new string('x', 300_000), "t=1,v1=2")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await site.PurchaseAsync(id)).PaidCents.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_paid_yet_or_for_nobody_counts_nothing_and_too_much_is_told_to_the_desk()
    {
        await using var provider = await Selling.OpenAsync();
        var (site, id) = (provider.Site, provider.Id);
        using var stripe = site.Visitor();
        foreach (var body in new[] { ProviderDouble.Notice("evt_1", id, 19_900, "unpaid"), ProviderDouble.Notice("evt_2", Guid.CreateVersion7(), 19_900), ProviderDouble.Notice("evt_3", id, -1) })
        {
            (await ProviderDouble.TellAsync(stripe, body, ProviderDouble.Sign(body, site.Now))).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await site.PurchaseAsync(id)).PaidCents.ShouldBe(0);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        await dora.PayAsync(id, "199");
        var late = ProviderDouble.Notice("evt_4", id, 19_900);
        (await ProviderDouble.TellAsync(stripe, late, ProviderDouble.Sign(late, site.Now))).Status.ShouldBe(HttpStatusCode.OK);
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == "dora@example.org" && m.Subject.StartsWith("Un paiement par carte est en trop", StringComparison.Ordinal)).ShouldBe(1);
        (await site.PurchaseAsync(id)).PaidCents.ShouldBe(19_900);
    }

    [Fact]
    public async Task Without_keys_nothing_of_it_is_there()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var body = ProviderDouble.Notice("evt_1", Guid.CreateVersion7(), 1);
        (await ProviderDouble.TellAsync(lou, body, ProviderDouble.Sign(body, site.Now))).Status.ShouldBe(HttpStatusCode.NotFound);
        var id = await lou.FillInAsync();
        (await lou.GetAsync($"/abonnement/commande/{id}/reglement")).Document.QuerySelectorAll("input[name=moyen]").Select(i => i.GetAttribute("value")).ShouldBe(["Transfer", "Cheque"]);
        (await lou.GetAsync("/")).Headers["Content-Security-Policy"].ShouldEndWith("form-action 'self'");
    }

    /// <summary>What goes back at the provider's is counted once: told twice, in parts, in any order, at once, or recorded by the desk before.</summary>
    [Fact]
    public async Task A_refund_at_the_providers_is_counted_once()
    {
        await using var provider = await Selling.OpenAsync();
        var (site, id) = (provider.Site, provider.Id);
        using var stripe = site.Visitor();
        async Task TellAsync(string body) => (await ProviderDouble.TellAsync(stripe, body, ProviderDouble.Sign(body, site.Now))).Status.ShouldBe(HttpStatusCode.OK);
        await TellAsync(ProviderDouble.Refund("evt_0", 500));
        (await site.PurchaseAsync(id)).RefundedCents.ShouldBe(0, "nothing was paid");
        await TellAsync(ProviderDouble.Notice("evt_1", id, 19_900));

        await TellAsync(ProviderDouble.Refund("evt_2", 5_000));
        await TellAsync(ProviderDouble.Refund("evt_2", 5_000));
        await TellAsync(ProviderDouble.Refund("evt_3", 5_000));
        (await site.PurchaseAsync(id)).RefundedCents.ShouldBe(5_000);
        await Task.WhenAll(TellAsync(ProviderDouble.Refund("evt_4", 7_000)), TellAsync(ProviderDouble.Refund("evt_5", 9_000)), TellAsync(ProviderDouble.Refund("evt_6", 7_000)));
        (await site.PurchaseAsync(id)).RefundedCents.ShouldBe(9_000);

        // The desk records the next one by hand; the notice that follows says the same.
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.PostAsync($"/redaction/commandes/{id}/rembourser", ("montant", "10"), ("jour", "2026-11-23"), ("moyen", "Card"), ("note", ""))).Location.ShouldNotBeNull();
        await TellAsync(ProviderDouble.Refund("evt_7", 10_000));
        await TellAsync(ProviderDouble.Refund("evt_8", 19_900));
        var after = await site.PurchaseAsync(id);
        (after.PaidCents, after.RefundedCents, after.KeptCents).ShouldBe((19_900, 19_900, 0));
        var page = await dora.GetAsync($"/redaction/commandes/{id}");
        page.Text("main").ShouldContain("Remboursé chez le prestataire.");
        page.Text("main").ShouldContain("Stripe");
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.Subject == "Un remboursement est en route").ShouldBeGreaterThan(2);
    }

    private sealed record Selling(Site Site, Browser Lou, Guid Id, ProviderDouble Double) : IAsyncDisposable
    {
        /// <summary>Lou has ordered, and is to pay by card.</summary>
        public static async Task<Selling> OpenAsync()
        {
            var provider = new ProviderDouble();
            var site = await Site.OpenAsync(
                services => services.AddHttpClient(StripeCards.Connection).ConfigurePrimaryHttpMessageHandler(() => provider), ProviderDouble.Settings);
            await site.OpenSalesAsync();
            var lou = await site.SignInAsync(Newsroom.Lou);
            return new Selling(site, lou, (await site.BuyAsync(lou, means: "Card")).Id, provider);
        }

        public async ValueTask DisposeAsync()
        {
            Lou.Dispose();
            await Site.DisposeAsync();
            Double.Dispose();
        }
    }
}
