using Gazetier.Features.Offers;
using Gazetier.Features.Purchases;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>What happens when things happen at the same time.</summary>
public class AtOnceTests
{
    [Fact]
    public async Task Two_windows_and_many_clicks_are_one_order()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = await lou.FillInAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => lou.OrderAsync(id)));
        answers.ShouldAllBe(answer => answer.Location == $"/abonnement/commande/{id}/merci");
        (await site.DoAsync(db => db.OutgoingMails.CountAsync(m => m.Kind == "purchase.ordered"))).ShouldBe(1);
        (await site.PurchaseAsync(id)).Number.ShouldBe("C-2026-00001");
        (await site.DoAsync(db => db.Set<PurchaseCounter>().SingleAsync())).Last.ShouldBe(1);
    }

    [Fact]
    public async Task Windows_that_begin_the_same_offer_at_once_are_one_draft()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => lou.PostAsync("/abonnement/commander/individuel", ("code", ""))));
        answers.Select(answer => answer.Location).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldNotBeNull().ShouldEndWith("/adresse");
        (await site.DoAsync(db => db.Purchases.CountAsync())).ShouldBe(1);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        await noe.PostAsync("/abonnement/commander/individuel", ("code", ""));
        (await site.DoAsync(db => db.Purchases.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_last_use_of_a_code_is_one_persons()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await AddCodeAsync(site, new PromotionCode { Code = "RENTREE", PercentOff = 50, MostUses = 1, CreatedAt = site.Now });
        Browser[] people = [await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Noe), await site.SignInAsync(Newsroom.Paul)];
        var ids = new List<Guid>();
        foreach (var person in people)
        {
            ids.Add(await person.FillInAsync(code: "rentree"));
        }

        var outcomes = await Task.WhenAll(ids.Zip(new[] { Newsroom.Lou, Newsroom.Noe, Newsroom.Paul })
            .Select(one => site.WithAsync<PlaceOrder, OrderOutcome>(order => order.RunAsync(one.First, one.Second, 9_950, ["oui"], CancellationToken.None))));
        outcomes.Order().ShouldBe([OrderOutcome.Done, OrderOutcome.PromotionGone, OrderOutcome.PromotionGone]);
        var (code, ordered) = await site.DoAsync(async db => (await db.PromotionCodes.SingleAsync(), await db.Purchases.Where(p => p.Number != null).ToListAsync()));
        code.Used.ShouldBe(1);
        (ordered.Count, ordered[0].GrossCents, ordered[0].DiscountCents).ShouldBe((1, 9_950, 9_950));
        // Who came too late is told, sees the price without, and nothing was ordered.
        var late = people[outcomes.IndexOf(OrderOutcome.PromotionGone)];
        (await late.GetAsync($"/abonnement/commande/{ids[outcomes.IndexOf(OrderOutcome.PromotionGone)]}/recapitulatif")).Text(".notice.warn").ShouldContain("déjà servi");
        Array.ForEach(people, person => person.Dispose());
    }

    [Fact]
    public async Task F_40_numbers_have_no_gap_and_begin_anew_each_year_of_the_newspapers_calendar()
    {
        await using var site = await Site.OpenAsync();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => site.DoAsync(async db =>
        {
            try
            {
                return await db.InTransactionAsync(async token =>
                {
                    var number = await db.NextNumberAsync(2026, token);
                    return n % 3 == 0 ? throw new InvalidOperationException("rolled back") : number;
                });
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        })));
        numbers.Where(number => number.Length > 0).Order().ShouldBe(Enumerable.Range(1, 8).Select(n => $"C-2026-{n:00000}"));
        (await site.DoAsync(db => db.InTransactionAsync(token => db.NextNumberAsync(2027, token)))).ShouldBe("C-2027-00001");
    }

    [Fact]
    public async Task A_minute_before_the_year_ends_in_paris_is_of_the_old_year()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 22, 59, 0, TimeSpan.Zero));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await site.BuyAsync(lou)).Number.ShouldBe("C-2026-00001");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await site.BuyAsync(noe)).Number.ShouldBe("C-2027-00001");
    }

    [Fact]
    public async Task Two_who_buy_for_the_same_new_organisation_at_once_make_one()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var (one, other) = (await lou.FillInAsync("collectivite", "Mandate"), await noe.FillInAsync("collectivite", "Mandate"));
        await Task.WhenAll(lou.OrderAsync(one), noe.OrderAsync(other));
        (await site.DoAsync(db => db.Organisations.CountAsync())).ShouldBe(1);
        PurchaseState[] states = [(await site.PurchaseAsync(one)).State, (await site.PurchaseAsync(other)).State];
        states.Order().ShouldBe([PurchaseState.Waiting, PurchaseState.Ordered]);
    }

    [Fact]
    public async Task A_code_that_covers_everything_leaves_nothing_to_pay()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await AddCodeAsync(site, new PromotionCode { Code = "OFFERT", PercentOff = 100, CreatedAt = site.Now });
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.ReadsAsync()).ShouldBeFalse();
        var id = await lou.FillInAsync(code: "OFFERT");
        (await lou.GetAsync($"/abonnement/commande/{id}/recapitulatif")).Text("main form button").ShouldBe("S’abonner");
        await lou.OrderAsync(id);
        (await site.PurchaseAsync(id)).Means.ShouldBe(PaymentMeans.Complimentary);
        (await lou.ReadsAsync()).ShouldBeTrue();
    }

    private static Task AddCodeAsync(Site site, PromotionCode code) => site.DoAsync(async db =>
    {
        db.Add(code);
        await db.SaveChangesAsync();
    });
}
