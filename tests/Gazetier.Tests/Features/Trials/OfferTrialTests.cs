using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Trials;
using Gazetier.Tests.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Trials;

/// <summary>A-09: an offer that begins with free days, once for each person.</summary>
public class OfferTrialTests
{
    private static readonly DateTime Ends = new(2026, 12, 7, 23, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_09_The_first_payment_is_due_at_the_end_of_the_free_days()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/abonnement/")).Text(".offer").ShouldContain("14 jours d’essai gratuit");
        var id = await lou.FillInAsync();
        (await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif")).Text(".notice.good").ShouldContain("Essai gratuit jusqu’au 7 décembre 2026 inclus");
        await lou.OrderAsync(id);
        (await lou.ReadsAsync()).ShouldBeTrue();
        var ordered = await site.PurchaseAsync(id);
        (ordered.DueAt, ordered.OwedCents).ShouldBe((Ends, 19_900));
        var contract = await ContractAsync(site);
        (contract.TrialUntil, contract.Until).ShouldBe((Ends, Ends.AddYears(1)));

        // A mail three days before; then it is called for, and stops after the grace.
        site.Clock.SetUtcNow(new DateTimeOffset(Ends.AddDays(-3), TimeSpan.Zero));
        await TellAsync(site);
        await TellAsync(site);
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.Subject == "Votre essai finit le 7 décembre 2026").ShouldBe(1);
        site.Mails[^1].Text.ShouldContain("dû le 8 décembre 2026");
        (await site.CallForPaymentsAsync()).ShouldBe(0);
        site.Clock.SetUtcNow(new DateTimeOffset(Ends.AddDays(60), TimeSpan.Zero));
        (await site.CallForPaymentsAsync()).ShouldBeGreaterThan(0);
        using var again = await site.SignInAsync(Newsroom.Lou);
        (await again.ReadsAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_09_Who_leaves_before_its_end_owes_nothing_and_reads_until_then(bool hasPaid)
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou);
        if (hasPaid)
        {
            using var dora = await site.SignInAsync(Newsroom.Dora);
            await dora.PayAsync(bought.Id, "199");
        }

        site.Clock.Advance(TimeSpan.FromDays(3));
        var contract = await ContractAsync(site);
        await lou.PostAsync("/resilier", ("nom", "Lou"), ("email", "lou@example.org"), ("reference", contract.Reference), ("etape", "notifier"));
        contract = await ContractAsync(site);
        contract.Until.ShouldBe(Ends);
        contract.MayTakeUp(site.Now).ShouldBeFalse();
        (await lou.ReadsAsync()).ShouldBeTrue();
        var after = await site.PurchaseAsync(bought.Id);
        (after.State, after.OwedCents).ShouldBe((hasPaid ? PurchaseState.Ordered : PurchaseState.Cancelled, 0));
        (await site.DoAsync(db => db.Departures.SingleAsync())).RefundCents.ShouldBe(hasPaid ? 19_900 : 0);
        site.Clock.Advance(TimeSpan.FromDays(120));
        (await site.CallForPaymentsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_09_Once_for_each_person()
    {
        await using var site = await OpenAsync();
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var held = await noe.FillInAsync();
        (await noe.GetAsync($"/abonnement/commande/{held}/recapitulatif")).Text(".notice").ShouldContain("commence sans essai gratuit");

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync();
        var summary = await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif");
        summary.Document.QuerySelector("input[name=essai]")!.GetAttribute("value").ShouldBe("true");
        // Taken meanwhile, by another order: what was seen does not hold any more, and nothing is ordered.
        await site.DoAsync(async db =>
        {
            db.Add(new Subscription { AccountId = Newsroom.Lou, Kind = SubscriptionKind.Trial, From = site.Now.AddDays(-9), Until = site.Now.AddDays(-2), Origin = "Essai" });
            await db.SaveChangesAsync();
        });
        var refused = await lou.PostAsync($"/abonnement/commande/{id}/recapitulatif", ("total", "19900"), ("essai", "true"), ("conditions", "true"), ("tout-de-suite", "true"));
        refused.Text(".error-summary").ShouldContain("une fois par personne");
        (await site.PurchaseAsync(id)).State.ShouldBe(PurchaseState.Begun);
        (await lou.OrderAsync(id)).Location.ShouldBe($"/abonnement/commande/{id}/merci");
        (await ContractAsync(site, SubscriptionKind.Paid)).ShouldBeNull("it opens on payment, without free days");
    }

    [Fact]
    public async Task The_desk_says_how_many_days()
    {
        await using var site = await OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = await site.DoAsync(db => db.Offers.Where(o => o.Slug == "individuel").Select(o => o.Id).SingleAsync());
        var edit = await dora.GetAsync($"/redaction/formules/{id}");
        edit.Document.QuerySelector("input[name=essai]")!.GetAttribute("value").ShouldBe("14");
        (string, string)[] fields = [("nom", "Individuel"), ("client", "Individual"), ("taxe", "Press"), ("prix", "199"), ("duree", "12"), ("produit", "0")];
        (await dora.PostAsync($"/redaction/formules/{id}", [.. fields, ("essai", "91")])).Has(".error-summary a[href='#essai']").ShouldBeTrue();
        (await dora.PostAsync($"/redaction/formules/{id}", [.. fields, ("essai", "30")])).Location.ShouldNotBeNull();
        (await site.DoAsync(db => db.Offers.SingleAsync(o => o.Id == id))).TrialDays.ShouldBe(30);
    }

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Offers.Where(o => o.Slug == "individuel").ExecuteUpdateAsync(o => o.SetProperty(x => x.TrialDays, 14)));
        await site.OpenSalesAsync();
        return site;
    }

    private static async Task<Subscription> ContractAsync(Site site, SubscriptionKind? kind = null) =>
        (await site.DoAsync(db => db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == Newsroom.Lou && (kind == null || s.Kind == kind))))!;

    private static Task<bool> TellAsync(Site site) => site.WithAsync<TellTrialEnds, bool>(async tell =>
    {
        await tell.RunAsync(CancellationToken.None);
        return true;
    });
}
