using System.Net;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Purchases;

/// <summary>What the desk records, and what follows when nobody pays (F-01, F-03).</summary>
public class PaymentTests
{
    [Fact]
    public async Task A_payment_in_two_parts_opens_access_at_once_and_too_much_is_refused()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = (await site.BuyAsync(lou)).Id;
        (await dora.PayAsync(id, "100")).Location.ShouldBe($"/redaction/commandes/{id}?fait=regle");
        (await lou.ReadsAsync()).ShouldBeFalse();
        var refused = await dora.PayAsync(id, "99,01");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".error-summary li").ShouldStartWith("C’est plus que ce qui reste dû : 99 €.");
        await dora.PayAsync(id, "99,00");
        (await lou.ReadsAsync()).ShouldBeTrue();
        var paid = await site.PurchaseAsync(id);
        (paid.PaidCents, paid.PaidAt, paid.OwedCents).ShouldBe((19_900, site.Now, 0));
        (await dora.PayAsync(id, "1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.GetAsync($"/mon-compte/commandes/{id}")).Texts("tbody td:last-child").ShouldBe(["100 €", "99 €"]);
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == "lou@example.org" && m.Subject == "Votre règlement est enregistré").ShouldBe(2);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "payment.recorded" && a.ByName == "Dora"))).ShouldBe(2);
    }

    [Fact]
    public async Task Many_who_record_the_same_payment_at_once_count_it_once()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var id = (await site.BuyAsync(lou)).Id;
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => dora.PayAsync(id, "199,00")));
        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        (await site.DoAsync(db => db.Payments.CountAsync())).ShouldBe(1);
        (await site.DoAsync(db => db.Subscriptions.CountAsync(s => s.AccountId == Newsroom.Lou))).ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_is_undone_once_by_a_counter_entry_and_is_owed_again()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = (await site.BuyAsync(lou)).Id;
        await dora.PayAsync(id, "199");
        var payment = await site.DoAsync(db => db.Payments.SingleAsync());
        (await dora.GetAsync($"/redaction/reglements/{payment.Id}/annuler")).Text("main h1").ShouldContain("C-2026-00001");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => dora.PostAsync($"/redaction/reglements/{payment.Id}/annuler")));
        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        (await site.DoAsync(db => db.Payments.SumAsync(p => p.Cents))).ShouldBe(0);
        var owed = await site.PurchaseAsync(id);
        (owed.OwedCents, owed.PaidAt, owed.RemindAt is null).ShouldBe((19_900, null, false));
    }

    [Fact]
    public async Task A_refund_goes_no_further_than_what_came_and_is_not_owed_again()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = (await site.BuyAsync(lou)).Id;
        (await dora.GetAsync($"/redaction/commandes/{id}/rembourser")).Status.ShouldBe(HttpStatusCode.NotFound);
        await dora.PayAsync(id, "199");
        (string, string)[] Refund(string amount) => [("montant", amount), ("jour", "2026-11-23"), ("moyen", "Transfer")];
        (await dora.PostAsync($"/redaction/commandes/{id}/rembourser", Refund("199,01"))).Text(".error-summary li").ShouldContain("199 €");
        (await dora.PostAsync($"/redaction/commandes/{id}/rembourser", Refund("50"))).Location.ShouldBe($"/redaction/commandes/{id}?fait=rembourse");
        (await dora.PostAsync($"/redaction/commandes/{id}/rembourser", Refund("150"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refunded = await site.PurchaseAsync(id);
        (refunded.OwedCents, refunded.KeptCents).ShouldBe((0, 14_900));
        (await site.DoAsync(db => db.Payments.SumAsync(p => p.Cents))).ShouldBe(14_900);
        site.Clock.Advance(TimeSpan.FromDays(200));
        (await site.CallForPaymentsAsync()).ShouldBe(0);
        await site.PostOutboxAsync();
        site.Mails.ShouldContain(m => m.Subject == "Un remboursement est en route" && m.Text.Contains("50\u00a0€"));
    }

    [Fact]
    public async Task F_01_access_by_mandate_is_reminded_of_and_stops_only_after_the_grace_and_a_payment_lifts_it_at_once()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou, "collectivite", "Mandate");
        await SitAsync(site, bought.SubscriptionId!.Value);
        (await lou.ReadsAsync()).ShouldBeTrue();
        // Thirty days to pay; reminders 1, 15 and 30 days after; sixty days of grace.
        site.Clock.SetUtcNow(new DateTimeOffset(bought.DueAt!.Value).AddDays(1));
        (await site.CallForPaymentsAsync()).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromHours(10));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.CallForPaymentsAsync()))).Sum().ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromDays(14));
        (await site.CallForPaymentsAsync()).ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromDays(44));
        (await site.CallForPaymentsAsync()).ShouldBe(1);
        // A session of a month ago is over.
        using var later = await site.SignInAsync(Newsroom.Lou);
        (await later.ReadsAsync()).ShouldBeTrue();
        (bought.GraceUntil!.Value - bought.DueAt.Value).TotalDays.ShouldBe(60);
        site.Clock.SetUtcNow(new DateTimeOffset(bought.GraceUntil.Value));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.CallForPaymentsAsync()))).Sum().ShouldBe(1);
        (await later.ReadsAsync()).ShouldBeFalse();
        (await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.Id == bought.SubscriptionId))).Suspension.ShouldBe(Suspension.Unpaid);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync("/redaction/commandes?vue=retard")).Text("tbody .status").ShouldBe("Accès suspendu");
        await dora.PayAsync(bought.Id, "398,19");
        (await later.ReadsAsync()).ShouldBeTrue();
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == "lou@example.org" && m.Subject.Contains("reste à régler")).ShouldBe(0, "paid in the meantime: nothing is reminded");
        (await site.PurchaseAsync(bought.Id)).Reminders.ShouldBe(3);
    }

    [Fact]
    public async Task A_reminder_says_how_much_and_how_and_the_desk_finds_it_by_anything()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var bought = await site.BuyAsync(lou);
        site.Clock.SetUtcNow(new DateTimeOffset(bought.DueAt!.Value).AddDays(1).AddHours(9));
        await site.CallForPaymentsAsync();
        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.Subject.Contains("reste à régler"));
        mail.Text.ShouldContain("Comment régler par Transfer");
        mail.Text.ShouldContain("199\u00a0€");
        using var dora = await site.SignInAsync(Newsroom.Dora);
        foreach (var asked in new[] { "c-2026-00001", "MARCHAL", "199", "" })
        {
            (await dora.GetAsync("/redaction/commandes?q=" + asked)).Texts("tbody th a").ShouldBe(["C-2026-00001"], asked);
        }

        (await dora.GetAsync("/redaction/commandes?q=Personne")).Text("main .notice").ShouldBe("Aucune commande ne répond.");
    }

    [Fact]
    public async Task What_the_desk_takes_back_closes_at_once_and_gives_its_code_back()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        await dora.PostAsync("/redaction/codes", ("code", "moins20"), ("montant", "20"), ("usages", "1"));
        var id = (await site.BuyAsync(lou, code: "MOINS20")).Id;
        await dora.PayAsync(id, "179");
        (await lou.ReadsAsync()).ShouldBeTrue();
        (await dora.PostAsync($"/redaction/commandes/{id}/annuler")).Location.ShouldBe($"/redaction/commandes/{id}?fait=annule");
        (await lou.ReadsAsync()).ShouldBeFalse();
        (await site.DoAsync(db => db.PromotionCodes.SingleAsync())).Used.ShouldBe(0);
        (await dora.PayAsync(id, "1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await site.PostOutboxAsync();
        site.Mails.ShouldContain(m => m.Subject.EndsWith("est annulée", StringComparison.Ordinal) && m.Text.Contains("179\u00a0€"));
    }

    private static Task SitAsync(Site site, Guid subscription) => site.DoAsync(async db =>
    {
        db.Seats.Add(new Gazetier.Features.Organisations.Seat { SubscriptionId = subscription, Number = 1, AccountId = Newsroom.Lou, TakenAt = site.Now });
        await db.SaveChangesAsync();
    });
}
