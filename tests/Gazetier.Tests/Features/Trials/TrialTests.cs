using System.Net;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Trials;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Trials;

/// <summary>A-09: one trial for each person and product, no payment, a mail three days before, nothing after.</summary>
public class TrialTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    [Fact]
    public async Task The_wall_leads_to_a_trial_that_opens_and_ends()
    {
        await using var site = await OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(Locked)).Text(".wall a[href^='/mon-compte/essai/journal']").ShouldBe("Essayer 30 jours sans payer");
        (await lou.PostAsync("/mon-compte/essai/journal", ("retour", Locked))).Location.ShouldBe(Locked);
        (await lou.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        (await lou.GetAsync("/mon-compte/abonnement")).Text("main h2").ShouldEndWith("Le journal");

        site.Clock.Advance(TimeSpan.FromDays(27));
        await TellAsync(site);
        site.Mails.ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(site);
        await TellAsync(site);
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Votre essai finit le 23 décembre 2026");
        site.Clock.Advance(TimeSpan.FromDays(3));
        using var later = await site.SignInAsync(Newsroom.Lou);
        (await later.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
        (await later.PostAsync("/mon-compte/essai/journal")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_subscribes_or_did_tries_nothing()
    {
        await using var site = await OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe })
        {
            using var browser = await site.SignInAsync(reader);
            (await browser.PostAsync("/mon-compte/essai/journal")).Status.ShouldBe(HttpStatusCode.Conflict);
        }
    }

    [Fact]
    public async Task Two_tabs_are_one_trial_and_a_second_account_with_the_address_none()
    {
        await using var site = await OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BeginAsync(site)));
        outcomes.Count(outcome => outcome == TrialOutcome.Begun).ShouldBe(1);
        (await site.DoAsync(db => db.Subscriptions.CountAsync(s => s.Kind == SubscriptionKind.Trial))).ShouldBe(1);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Kind == SubscriptionKind.Trial).ExecuteDeleteAsync());
        (await BeginAsync(site)).ShouldBe(TrialOutcome.Taken);
    }

    [Fact]
    public async Task What_cannot_be_tried_is_not_there()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/essai/journal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.GetAsync(Locked)).Has(".wall a[href^='/mon-compte/essai/']").ShouldBeFalse();
    }

    private static async Task<TrialOutcome> BeginAsync(Site site)
    {
        var (product, account) = await site.DoAsync(async db => (await db.Products.AsNoTracking().SingleAsync(), await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == Newsroom.Lou)));
        return await site.WithAsync<BeginTrial, TrialOutcome>(begin => begin.RunAsync(product, account, "Essai : Le journal", CancellationToken.None));
    }

    private static async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Products.Where(p => p.Number == 0).ExecuteUpdateAsync(p => p.SetProperty(x => x.TrialDays, 30)));
        return site;
    }

    private static async Task TellAsync(Site site)
    {
        await site.WithAsync<TellTrialEnds, bool>(async tell =>
        {
            await tell.RunAsync(CancellationToken.None);
            return true;
        });
        await site.PostOutboxAsync();
    }
}
