using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>L-20: what goes on by itself is renewed once, at the price of its term, and says whether its holder was told.</summary>
public class RenewSubscriptionsTests
{
    [Fact]
    public async Task L_20_At_its_end_it_goes_on_with_a_purchase_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        var first = await EndingAsync(site);
        (await RunAsync(site)).ShouldBe(1);
        var (contract, purchases) = await ReadAsync(site, first);
        contract.Until.ShouldBe(new DateTime(2027, 11, 22, 23, 0, 0, DateTimeKind.Utc));
        contract.RenewedUntoldAt.ShouldBe(site.Now);
        purchases.Count.ShouldBe(2);
        var next = purchases[1];
        (next.Number, next.State, next.Means, next.GrossCents, next.OwedCents).ShouldBe(("C-2026-00002", PurchaseState.Ordered, PaymentMeans.Mandate, first.GrossCents, first.GrossCents));
        (next.Billing.Siret, next.Billing.EngagementComesLater, next.OrganisationId).ShouldBe((first.Billing.Siret, true, first.OrganisationId));
        next.DueAt.ShouldNotBeNull();

        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.Subject == "Votre abonnement est renouvelé");
        mail.To.ShouldBe("lou@example.org");
        mail.Text.ShouldContain("C-2026-00002");
        mail.Text.ShouldContain("/resilier");
        (await RunAsync(site)).ShouldBe(0);
    }

    [Fact]
    public async Task L_20_Who_was_told_in_time_is_bound_to_the_new_term()
    {
        await using var site = await Site.OpenAsync();
        var first = await EndingAsync(site);
        await site.DoAsync(async db =>
        {
            var contract = await db.Subscriptions.SingleAsync(s => s.Id == first.SubscriptionId);
            db.Add(new RenewalNotice { SubscriptionId = contract.Id, TermEndsAt = contract.Until, WrittenAt = site.Now.AddDays(-60), AcceptedAt = site.Now.AddDays(-60), To = "lou@example.org", Subject = "Avis", Text = "Avis", Answer = "250 Ok" });
            await db.SaveChangesAsync();
        });
        (await RunAsync(site)).ShouldBe(1);
        (await ReadAsync(site, first)).Contract.RenewedUntoldAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_introductory_price_is_for_the_first_terms()
    {
        await using var site = await Site.OpenAsync();
        var first = await EndingAsync(site);
        await site.DoAsync(db => db.Offers.Where(o => o.Id == first.OfferId).ExecuteUpdateAsync(o => o.SetProperty(x => x.IntroCents, 100).SetProperty(x => x.IntroTerms, 2)));
        await RunAsync(site);
        (await ReadAsync(site, first)).Purchases[1].NetCents.ShouldBe(100);
        site.Clock.SetUtcNow(new DateTimeOffset(2027, 11, 23, 4, 0, 0, TimeSpan.Zero));
        await RunAsync(site);
        (await ReadAsync(site, first)).Purchases[2].NetCents.ShouldBe(first.NetCents);
    }

    [Fact]
    public async Task Several_nodes_renew_it_once()
    {
        await using var site = await Site.OpenAsync();
        var first = await EndingAsync(site);
        var renewed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(site)));
        renewed.Sum().ShouldBe(1);
        (await ReadAsync(site, first)).Purchases.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("suspended")]
    [InlineData("does not renew")]
    [InlineData("long ago")]
    public async Task What_was_ended_stays_ended(string why)
    {
        await using var site = await Site.OpenAsync();
        var first = await EndingAsync(site);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == first.SubscriptionId).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.CancelledAt, why == "cancelled" ? site.Now.AddDays(-1) : null)
            .SetProperty(x => x.SuspendedAt, why == "suspended" ? site.Now.AddDays(-1) : null)
            .SetProperty(x => x.Renews, why != "does not renew")
            .SetProperty(x => x.Until, x => why == "long ago" ? site.Now.AddDays(-8) : x.Until)));
        (await RunAsync(site)).ShouldBe(0);
        (await ReadAsync(site, first)).Purchases.Count.ShouldBe(1);
    }

    /// <summary>A town hall's subscription that renews itself and ended this night.</summary>
    private static async Task<Purchase> EndingAsync(Site site)
    {
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou, "collectivite", "Mandate");
        var midnight = new DateTime(2026, 11, 22, 23, 0, 0, DateTimeKind.Utc);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == bought.SubscriptionId).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.Renews, true).SetProperty(x => x.From, midnight.AddYears(-1)).SetProperty(x => x.Until, midnight)));
        return bought;
    }

    private static Task<int> RunAsync(Site site) => site.WithAsync<RenewSubscriptions, int>(renew => renew.RunAsync(CancellationToken.None));

    private static Task<(Subscription Contract, List<Purchase> Purchases)> ReadAsync(Site site, Purchase first) => site.DoAsync(async db => (
        await db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == first.SubscriptionId),
        await db.Purchases.AsNoTracking().Where(p => p.SubscriptionId == first.SubscriptionId).OrderBy(p => p.Number).ToListAsync()));
}
