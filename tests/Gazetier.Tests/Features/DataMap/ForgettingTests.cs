using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.DataMap;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.DataMap;

public class ForgettingTests
{
    [Fact]
    public async Task Each_rule_runs_once_a_night_and_says_how_much_went()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(
                new SpentChallenge { Hash = "a", ExpiresAt = site.Now.AddMinutes(-1) },
                new Forgetting { On = DateOnly.FromDateTime(site.Now).AddDays(-Forgetting.DaysKept - 2), Rule = "Old", At = site.Now });
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromHours(20.4)); // 23:54 UTC, which is 0:54 in Paris.
        (await RunAsync(site)).ShouldBe(0, "before three in the morning");
        site.Clock.Advance(TimeSpan.FromHours(3));
        var rules = await site.WithAsync<IEnumerable<IForget>, int>(all => Task.FromResult(all.Count()));
        rules.ShouldBeGreaterThan(8);
        (await RunAsync(site)).ShouldBe(rules);
        (await RunAsync(site)).ShouldBe(0, "once a night");
        var night = await site.DoAsync(db => db.Forgettings.AsNoTracking().ToListAsync());
        night.Count.ShouldBe(rules, "what is older than 400 days went");
        night.ShouldAllBe(f => f.On == new DateOnly(2026, 11, 24) && !f.HasFailed);
        night.Single(f => f.Rule == nameof(ForgetOld)).Gone.ShouldBeGreaterThan(0);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(site)).ShouldBe(rules);
    }

    [Fact]
    public async Task One_that_failed_is_tried_again()
    {
        await using var site = await Site.OpenAsync();
        await RunAsync(site);
        await site.DoAsync(db => db.Forgettings.Where(f => f.Rule == nameof(ForgetOld)).ExecuteUpdateAsync(f => f.SetProperty(x => x.HasFailed, true)));
        (await RunAsync(site)).ShouldBe(1);
        (await site.DoAsync(db => db.Forgettings.CountAsync(f => f.HasFailed))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_not_come_for_three_years_is_told_and_then_forgotten()
    {
        await using var site = await Site.OpenAsync();
        await AgeAsync(site, Newsroom.Lou, years: 3);
        await AgeAsync(site, Newsroom.Camille, years: 3);
        await AgeAsync(site, Newsroom.Paul, years: 3);
        await ForgetAsync(site);
        await site.PostOutboxAsync();
        var mail = (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Votre compte sera effacé le 23 décembre 2026");
        mail.Text.ShouldContain("/connexion");
        (await site.MailsToAsync("camille@example.org")).ShouldBeEmpty("she subscribes");

        await ForgetAsync(site);
        await site.PostOutboxAsync();
        (await site.MailsToAsync("lou@example.org")).Count.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromDays(29));
        (await ForgetAsync(site)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(2));
        (await ForgetAsync(site)).ShouldBe(1);
        var left = await site.DoAsync(db => db.Accounts.Select(a => a.Id).ToListAsync());
        left.ShouldNotContain(Newsroom.Lou);
        left.ShouldContain(Newsroom.Camille);
        left.ShouldContain(Newsroom.Paul);
    }

    [Fact]
    public async Task To_sign_in_keeps_the_account()
    {
        await using var site = await Site.OpenAsync();
        await AgeAsync(site, Newsroom.Lou, years: 3);
        await ForgetAsync(site);
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInOn, DateOnly.FromDateTime(site.Now))));
        site.Clock.Advance(TimeSpan.FromDays(40));
        (await ForgetAsync(site)).ShouldBe(0);
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Id == Newsroom.Lou))).ShouldBeTrue();
    }

    private static Task<int> RunAsync(Site site) => site.WithAsync<ForgetEachNight, int>(forget => forget.RunAsync(CancellationToken.None));

    private static Task<int> ForgetAsync(Site site) => site.WithAsync<ForgetDormantAccounts, int>(forget => forget.RunAsync(CancellationToken.None));

    private static Task<int> AgeAsync(Site site, Guid id, int years) => site.DoAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(
        a => a.SetProperty(x => x.CreatedAt, site.Now.AddYears(-years - 1)).SetProperty(x => x.LastSignInOn, DateOnly.FromDateTime(site.Now).AddYears(-years))));
}
