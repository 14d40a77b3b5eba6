using System.Net;
using Gazetier.Features.Offers;
using Gazetier.Features.Products;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Subscriptions;

/// <summary>A reader changes their offer by themselves, from the next term on.</summary>
public class ChangeOfferTests
{
    [Fact]
    public async Task Chosen_by_its_holder_the_next_term_is_another_offer()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var contract = await BuyAsync(site, lou);
        var here = $"/mon-compte/abonnement/{contract.Reference}/formule";
        (await lou.GetAsync("/mon-compte/abonnement")).Has($"a[href='{here}']").ShouldBeTrue();
        var page = await lou.GetAsync(here);
        page.Texts("main label.choice strong").ShouldBe(["Intégrale"]);
        page.Text("main").ShouldContain("299");
        page.Text("main").ShouldContain("24 novembre 2027");
        (await lou.PostAsync(here)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.PostAsync(here, ("formule", "collectivite"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await lou.PostAsync(here, ("formule", "integrale"))).Location.ShouldBe("/mon-compte/abonnement");
        (await lou.GetAsync("/mon-compte/abonnement")).Text("main").ShouldContain("À partir du 24 novembre 2027 : Intégrale.");
        (await ReadAsync(site)).Products.ShouldBe(ProductSet.Paper);

        site.Clock.SetUtcNow(new DateTimeOffset(contract.Until.AddMinutes(1), TimeSpan.Zero));
        (await RenewAsync(site)).ShouldBe(1);
        var after = await ReadAsync(site);
        (after.Products, after.Origin, after.NextOfferId).ShouldBe((ProductSet.Of([0, 1]), "Formule Intégrale", null));
        var purchase = await site.DoAsync(db => db.Purchases.AsNoTracking().OrderByDescending(p => p.OrderedAt).FirstAsync());
        (purchase.OfferName, purchase.GrossCents).ShouldBe(("Intégrale", 29_900), "the launch price is for who comes");
    }

    [Fact]
    public async Task Until_then_it_is_taken_back_and_what_is_sold_no_more_is_not_begun()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var contract = await BuyAsync(site, lou);
        var here = $"/mon-compte/abonnement/{contract.Reference}/formule";
        await lou.PostAsync(here, ("formule", "integrale"));
        (await lou.PostAsync(here, ("formule", ""))).Location.ShouldBe("/mon-compte/abonnement");
        (await ReadAsync(site)).NextOfferId.ShouldBeNull();
        await lou.PostAsync(here, ("formule", "integrale"));
        await site.DoAsync(db => db.Offers.Where(o => o.Slug == "integrale").ExecuteUpdateAsync(o => o.SetProperty(x => x.RetiredAt, site.Now)));
        site.Clock.SetUtcNow(new DateTimeOffset(contract.Until.AddMinutes(1), TimeSpan.Zero));
        (await RenewAsync(site)).ShouldBe(1);
        (await ReadAsync(site)).Origin.ShouldBe("Formule Individuel");
    }

    [Fact]
    public async Task Nobody_changes_anothers_nor_what_ends_by_itself()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var contract = await BuyAsync(site, lou);
        var here = $"/mon-compte/abonnement/{contract.Reference}/formule";
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.PostAsync(here, ("formule", "integrale"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == contract.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Renews, false)));
        (await lou.GetAsync(here)).Text(".notice").ShouldContain("ne se renouvelle pas de lui-même");
        (await lou.PostAsync(here, ("formule", "integrale"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Offers.Where(o => o.Slug == "individuel").ExecuteUpdateAsync(o => o.SetProperty(x => x.Renews, true)));
        await site.DoAsync(async db =>
        {
            db.Add(new Offer { Slug = "integrale", Name = "Intégrale", PriceCents = 29_900, IntroCents = 100, IntroTerms = 3, Renews = true, Products = ProductSet.Of([0, 1]), Position = 3 });
            await db.SaveChangesAsync();
        });
        await site.OpenSalesAsync();
        return site;
    }

    private static async Task<Subscription> BuyAsync(Site site, Browser lou)
    {
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m.SetProperty(x => x.OpensOnPayment, false)));
        await site.BuyAsync(lou);
        return await ReadAsync(site);
    }

    private static Task<Subscription> ReadAsync(Site site) => site.DoAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(s => s.AccountId == Newsroom.Lou));

    private static Task<int> RenewAsync(Site site) => site.WithAsync<RenewSubscriptions, int>(renew => renew.RunAsync(CancellationToken.None));
}
