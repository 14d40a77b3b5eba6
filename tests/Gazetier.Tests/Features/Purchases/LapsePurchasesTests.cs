using Gazetier.Features.Offers;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>An order that opened nothing and that nobody pays is taken back, after a warning.</summary>
public class LapsePurchasesTests
{
    [Fact]
    public async Task After_sixty_days_with_a_mail_before_and_one_after()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new PromotionCode { Code = "RENTREE", PercentOff = 50, MostUses = 1, CreatedAt = site.Now });
            await db.SaveChangesAsync();
        });
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = (await site.BuyAsync(lou, code: "RENTREE")).Id;
        site.Clock.Advance(TimeSpan.FromDays(52));
        (await RunAsync(site)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(1.1));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(site)))).Sum().ShouldBe(1);
        await site.PostOutboxAsync();
        site.Mails[^1].Subject.ShouldBe("Votre commande C-2026-00001 sera annulée faute de règlement");
        (await site.PurchaseAsync(id)).State.ShouldBe(PurchaseState.Ordered);

        site.Clock.Advance(TimeSpan.FromDays(7.1));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(site)))).Sum().ShouldBe(1);
        var after = await site.PurchaseAsync(id);
        (after.State, after.CancelledAt, after.OwedCents).ShouldBe((PurchaseState.Cancelled, site.Now, 0));
        (await site.DoAsync(db => db.PromotionCodes.SingleAsync())).Used.ShouldBe(0);
        await site.PostOutboxAsync();
        site.Mails[^1].Subject.ShouldBe("Votre commande C-2026-00001 est annulée");
        (await site.CallForPaymentsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("a payment")]
    [InlineData("a payment that was undone")]
    [InlineData("it opened something")]
    [InlineData("the desk says never")]
    public async Task Never(string why)
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m
            .SetProperty(x => x.OpensOnPayment, why != "it opened something").SetProperty(x => x.LapseDays, why == "the desk says never" ? 0 : 60)));
        var id = (await site.BuyAsync(lou)).Id;
        if (why.StartsWith("a payment", StringComparison.Ordinal))
        {
            await dora.PayAsync(id, "10");
        }

        if (why == "a payment that was undone")
        {
            var payment = await site.DoAsync(db => db.Payments.SingleAsync());
            (await dora.PostAsync($"/redaction/reglements/{payment.Id}/annuler")).Location.ShouldNotBeNull();
        }

        site.Clock.Advance(TimeSpan.FromDays(100));
        (await RunAsync(site)).ShouldBe(0);
        (await site.PurchaseAsync(id)).State.ShouldBe(PurchaseState.Ordered);
    }

    private static Task<int> RunAsync(Site site) => site.WithAsync<LapsePurchases, int>(lapse => lapse.RunAsync(CancellationToken.None));
}
