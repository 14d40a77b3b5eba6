using System.Net;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Purchases;
using Gazetier.Tests.Print;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Departures;

/// <summary>L-01 to L-04, L-10: leaving in three clicks, signed out too.</summary>
public class CancelTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/3/le-syndicat-coupe-deux-forages/")]
    [InlineData("/abonnement/")]
    [InlineData("/connexion")]
    public async Task The_way_out_stands_on_every_page(string path)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(path);
        page.Text("footer a[href='/resilier']").ShouldBe("Résilier votre contrat");
        page.Text("footer a[href='/renoncer']").ShouldBe("Renoncer au contrat ici");
    }

    [Fact]
    public async Task The_terms_of_sale_are_led_to_once_they_are_written()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Has("footer a[href='/conditions-de-vente']").ShouldBeFalse();
        await site.OpenSalesAsync();
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text("footer a[href='/conditions-de-vente']").ShouldBe("Conditions de vente");
    }

    [Fact]
    public async Task Signed_out_three_clicks_end_the_contract_at_its_term()
    {
        await using var site = await Site.OpenAsync();
        var before = await CamillesAsync(site);
        using var visitor = site.Visitor();
        (string, string)[] fields = [("nom", "Camille Aubry"), ("email", "camille@example.org"), ("reference", before.Reference.ToLowerInvariant().Replace('-', ' '))];
        var summary = await visitor.PostAsync("/resilier", [.. fields, ("etape", "verifier")]);
        summary.Status.ShouldBe(HttpStatusCode.OK);
        summary.Text("button.accent").ShouldBe("Notification de la résiliation");
        (await CamillesAsync(site)).CancelledAt.ShouldBeNull();

        var done = await visitor.PostAsync("/resilier", [.. fields, ("etape", "notifier")]);
        done.Location!.ShouldStartWith("/resilier/recue?numero=RES-");
        (await visitor.GetAsync(done.Location!)).Text(".notice").ShouldContain("RES-");

        var after = await CamillesAsync(site);
        after.CancelledAt.ShouldBe(site.Now);
        after.Until.ShouldBe(before.Until);
        await site.PostOutboxAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("camille@example.org");
        mail.Subject.ShouldBe("Accusé de réception de votre résiliation");
        mail.Text.ShouldContain(before.Reference);
        mail.Text.ShouldContain("23 novembre 2026");
        mail.Text.ShouldContain("Camille Aubry");
        mail.Text.ShouldContain("23 août 2027");
    }

    /// <summary>L-03: the acknowledgement is kept on paper, too: date and hour, contract, end, effects, copy of the declaration.</summary>
    [Fact]
    public async Task L_03_the_acknowledgement_brings_its_pdf()
    {
        await using var site = await Site.OpenAsync();
        var contract = await CamillesAsync(site);
        using var visitor = site.Visitor();
        await NotifyAsync(visitor, "/resilier", "camille@example.org", contract.Reference);
        await NotifyAsync(visitor, "/resilier", "personne@example.org");
        await site.PostOutboxAsync();
        var file = site.Mails.Single(m => m.To == "camille@example.org").Files.ShouldHaveSingleItem();
        file.ContentType.ShouldBe("application/pdf");
        file.Name.ShouldMatch("^RES-.*[.]pdf$");
        var text = PdfText.Of(file.Content).Replace('\u00a0', ' ');
        text.ShouldContain("23 novembre 2026");
        text.ShouldContain("5 h 30");
        text.ShouldContain(contract.Reference);
        text.ShouldContain("23 août 2027");
        text.ShouldContain("il n’est pas renouvelé");
        text.ShouldContain("Nom : Nom tapé");

        // Who is not known is sent nothing that a stranger wrote.
        PdfText.Of(site.Mails.Single(m => m.To == "personne@example.org").Files[0].Content).ShouldNotContain("Nom tapé");
    }

    [Fact]
    public async Task Whether_there_is_such_a_contract_is_not_to_be_seen()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var known = await NotifyAsync(visitor, "/resilier", "camille@example.org");
        var unknown = await NotifyAsync(visitor, "/resilier", "personne@example.org");
        var noContract = await NotifyAsync(visitor, "/resilier", "lou@example.org");
        string Shape(Answer answer) => answer.Location![..^11];
        Shape(unknown).ShouldBe(Shape(known));
        Shape(noContract).ShouldBe(Shape(known));

        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.To == "personne@example.org");
        mail.Text.ShouldNotContain("Nom tapé");
        mail.Text.ShouldNotContain("ABO-");
        var waiting = await site.DoAsync(db => db.Departures.Where(d => d.AsksTheDesk).Select(d => d.Email).Order().ToListAsync());
        waiting.ShouldBe(["lou@example.org", "personne@example.org"]);
    }

    [Fact]
    public async Task Anothers_reference_ends_nothing()
    {
        await using var site = await Site.OpenAsync();
        var contract = await CamillesAsync(site);
        using var visitor = site.Visitor();
        await NotifyAsync(visitor, "/resilier", "lou@example.org", contract.Reference);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await NotifyAsync(lou, "/resilier", "lou@example.org", contract.Reference);
        (await CamillesAsync(site)).CancelledAt.ShouldBeNull();
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await NotifyAsync(visitor, "/resilier", "camille@example.org");
        var first = await CamillesAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await NotifyAsync(visitor, "/resilier", "camille@example.org");
        var second = await CamillesAsync(site);
        (second.CancelledAt, second.Until).ShouldBe((first.CancelledAt, first.Until));
        (await site.DoAsync(db => db.Departures.CountAsync(d => d.SubscriptionId == first.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_kept()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.PostAsync("/resilier", ("nom", " "), ("email", "camille"), ("fin", "demain"), ("motif", "Déménagement"), ("etape", "notifier"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "nom", "email", "fin", "adresse" })
        {
            answer.Has($".error-summary a[href='#{field}']").ShouldBeTrue(field);
        }

        (await site.DoAsync(db => db.Departures.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_withdraws_in_time_reads_no_more_at_once_and_the_desk_pays_back()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConcludedAt, site.Now.AddDays(-3))));
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldContain(Newsroom.Secret);
        (await camille.GetAsync("/mon-compte/abonnement")).Has("main a[href^='/renoncer?contrat=ABO-']").ShouldBeTrue();
        (await NotifyAsync(camille, "/renoncer", "camille@example.org")).Location!.ShouldStartWith("/renoncer/recue");
        (await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldNotContain(Newsroom.Secret);

        using var dora = await site.SignInAsync(Newsroom.Dora);
        var desk = await dora.GetAsync("/redaction/resiliations");
        desk.Text("table").ShouldContain("Rembourser avant le 7 décembre 2026");
        var departure = await site.DoAsync(db => db.Departures.SingleAsync());
        (await dora.PostAsync("/redaction/resiliations", ("notification", departure.Id.ToString()))).Location.ShouldBe("/redaction/resiliations");
        (await dora.GetAsync("/redaction/resiliations")).Has("table").ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_alone_ends_nothing_before_its_term()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConcludedAt, site.Now.AddDays(-3))));
        using var visitor = site.Visitor();
        await NotifyAsync(visitor, "/renoncer", "camille@example.org");
        var contract = await CamillesAsync(site);
        contract.CancelledAt.ShouldBeNull();
        (await site.DoAsync(db => db.Departures.SingleAsync())).AsksTheDesk.ShouldBeTrue();
        await NotifyAsync(visitor, "/renoncer", "camille@example.org", contract.Reference);
        (await CamillesAsync(site)).Until.ShouldBe(site.Now);
    }

    [Fact]
    public async Task The_newsroom_sees_nothing_of_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/resiliations")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cancellation_is_taken_back_and_a_pause_adds_its_time()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await NotifyAsync(camille, "/resilier", "camille@example.org");
        var contract = await CamillesAsync(site);
        var here = $"/mon-compte/abonnement/{contract.Reference}";
        (await camille.PostAsync(here + "/reprendre")).Location.ShouldBe("/mon-compte/abonnement");
        (await CamillesAsync(site)).CancelledAt.ShouldBeNull();

        await camille.PostAsync(here + "/pause");
        (await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldNotContain(Newsroom.Secret);
        site.Clock.Advance(TimeSpan.FromDays(5));
        await camille.PostAsync(here + "/reprendre");
        (await CamillesAsync(site)).Until.ShouldBe(contract.Until.AddDays(5));
        (await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldContain(Newsroom.Secret);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(here + "/pause")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_pause_ends_by_itself()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var contract = await CamillesAsync(site);
        await camille.PostAsync($"/mon-compte/abonnement/{contract.Reference}/pause");
        site.Clock.Advance(TimeSpan.FromDays(61));
        await site.WithAsync<ResumePauses, bool>(async resume =>
        {
            await resume.RunAsync(CancellationToken.None);
            return true;
        });
        var after = await CamillesAsync(site);
        (after.SuspendedAt, after.Until).ShouldBe((null, contract.Until.AddDays(60)));
    }

    /// <summary>L-10: nobody is asked to pay for what they withdrew from, and what they paid goes back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_withdraws_is_asked_for_nothing_and_gets_back_what_they_paid(bool hasPaid)
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m.SetProperty(x => x.OpensOnPayment, false)));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var bought = await site.BuyAsync(lou);
        if (hasPaid)
        {
            await dora.PayAsync(bought.Id, "199");
        }

        (await NotifyAsync(lou, "/renoncer", "lou@example.org")).Location!.ShouldStartWith("/renoncer/recue");
        (await lou.ReadsAsync()).ShouldBeFalse();
        var after = await site.PurchaseAsync(bought.Id);
        (after.State, after.OwedCents, after.RemindAt).ShouldBe((hasPaid ? PurchaseState.Ordered : PurchaseState.Cancelled, 0, null));
        site.Clock.Advance(TimeSpan.FromDays(120));
        (await site.CallForPaymentsAsync()).ShouldBe(0);
        (await site.DoAsync(db => db.Departures.SingleAsync())).RefundCents.ShouldBe(hasPaid ? 19_900 : 0);
        await site.PostOutboxAsync();
        var mail = site.Mails.Single(m => m.Subject == "Accusé de réception de votre rétractation");
        mail.Text.ShouldContain(hasPaid ? "199\u00a0€" : "rien ne vous sera demandé");
    }

    /// <summary>L-20: renewed without having been told, one leaves on any day, and the rest of the term goes back.</summary>
    [Fact]
    public async Task Who_was_renewed_untold_gets_back_the_days_that_are_left()
    {
        await using var site = await Site.OpenAsync();
        await site.OpenSalesAsync();
        await site.DoAsync(db => db.MeansSettings.ExecuteUpdateAsync(m => m.SetProperty(x => x.OpensOnPayment, false)));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var bought = await site.BuyAsync(lou);
        await dora.PayAsync(bought.Id, "199");
        var midnight = new DateTime(2026, 11, 22, 23, 0, 0, DateTimeKind.Utc);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == bought.SubscriptionId).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.RenewedUntoldAt, midnight.AddDays(-73)).SetProperty(x => x.Until, midnight.AddYears(1).AddDays(-73))));
        await NotifyAsync(lou, "/resilier", "lou@example.org");
        var declared = await site.DoAsync(db => db.Departures.SingleAsync());
        declared.EndsAt.ShouldBe(site.Now);
        // 292 days and some hours of 365 are left of 199 euros.
        declared.RefundCents!.Value.ShouldBeInRange(15_880, 15_920);
    }

    private static Task<Subscription> CamillesAsync(Site site) => site.DoAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(s => s.AccountId == Newsroom.Camille));

    private static Task<Answer> NotifyAsync(Browser browser, string path, string email, string reference = "") =>
        browser.PostAsync(path, ("nom", "Nom tapé"), ("email", email), ("reference", reference), ("etape", "notifier"));
}
