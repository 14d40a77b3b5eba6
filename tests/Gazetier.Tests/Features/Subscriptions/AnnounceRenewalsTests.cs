using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Subscriptions;

/// <summary>L-20: the notice leaves in the law's window, once, and its proof is kept.</summary>
public class AnnounceRenewalsTests
{
    [Fact]
    public async Task The_notice_leaves_in_its_window_with_the_last_day_in_a_frame_and_is_proven()
    {
        await using var site = await Site.OpenAsync();
        await RenewingAsync(site, site.Now.AddDays(100));
        await AnnounceAsync(site);
        (await site.DoAsync(db => db.RenewalNotices.AnyAsync())).ShouldBeFalse();

        site.Clock.Advance(TimeSpan.FromDays(21));
        await AnnounceAsync(site);
        await AnnounceAsync(site);
        var notice = await site.DoAsync(db => db.RenewalNotices.AsNoTracking().SingleAsync());
        RenewalNotice.IsInWindow(notice.WrittenAt, notice.TermEndsAt).ShouldBeTrue();
        await site.PostOutboxAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("camille@example.org");
        mail.Html.ShouldContain("border:2px solid");
        mail.Text.ShouldContain("Vous pouvez refuser ce renouvellement jusqu’au 3 mars 2027 inclus.");
        mail.Text.ShouldContain("/resilier?contrat=ABO-");

        await AnnounceAsync(site);
        var proven = await site.DoAsync(db => db.RenewalNotices.AsNoTracking().SingleAsync());
        proven.AcceptedAt.ShouldNotBeNull();
        proven.Answer.ShouldStartWith("2");
        foreach (var paragraph in proven.Text.Split('\n'))
        {
            mail.Text.ShouldContain(paragraph);
        }
    }

    [Theory]
    [InlineData(29, true, false)]
    [InlineData(70, false, false)]
    [InlineData(70, true, true)]
    public async Task Who_will_not_be_renewed_or_is_too_near_the_end_is_not_told(int daysLeft, bool renews, bool isCancelled)
    {
        await using var site = await Site.OpenAsync();
        await RenewingAsync(site, site.Now.AddDays(daysLeft), renews, isCancelled);
        await AnnounceAsync(site);
        (await site.DoAsync(db => db.RenewalNotices.AnyAsync())).ShouldBeFalse();
    }

    private static Task<int> RenewingAsync(Site site, DateTime until, bool renews = true, bool isCancelled = false) => site.DoAsync(db =>
        db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.Until, until)
            .SetProperty(x => x.From, until.AddYears(-1))
            .SetProperty(x => x.Renews, renews)
            .SetProperty(x => x.CancelledAt, isCancelled ? site.Now : null)));

    private static Task<bool> AnnounceAsync(Site site) => site.WithAsync<AnnounceRenewals, bool>(async announce =>
    {
        await announce.RunAsync(CancellationToken.None);
        return true;
    });
}
