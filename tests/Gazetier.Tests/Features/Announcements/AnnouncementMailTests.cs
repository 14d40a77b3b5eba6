using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Announcements;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static Gazetier.Tests.Features.Announcements.AnnouncementSteps;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>Kept searches, and the mail of the morning. The cast's clock begins on Monday at half past five in Paris.</summary>
public class AnnouncementMailTests
{
    [Fact]
    public async Task What_is_new_comes_the_next_morning_once_for_all_searches()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await site.AddAsync(Tender(site, "Une école d’avant"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await lou.PostAsync(Mine + "/nouvelle", ("q", "écoles"), ("lieu", "Savoie"))).Location.ShouldBe(Mine + "?fait=garde");
        await lou.PostAsync(Mine + "/nouvelle", ("genre", "marches-publics"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.AddAsync(Tender(site), Job(site), Tender(site, "Un pont", place: "25"));
        site.Clock.Advance(TimeSpan.FromHours(4));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0, "the first comes tomorrow");

        site.Clock.Advance(TimeSpan.FromHours(20.5));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0, "it is six");
        site.Clock.Advance(TimeSpan.FromHours(1.5));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(1);
        var mail = site.Mails[^1];
        mail.To.ShouldBe("lou@example.org");
        mail.Subject.ShouldStartWith("2 nouvelles annonces");
        mail.Text.ShouldContain("Réfection des toitures");
        mail.Text.ShouldContain("Un pont");
        mail.Text.ShouldNotContain("Directeur");
        mail.Text.ShouldNotContain("d’avant");
        mail.Headers.ShouldContain(h => h.Key == "List-Unsubscribe-Post");

        // Again the same day, and on a day without news: nothing.
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0);
        (await site.DoAsync(db => db.AnnouncementsTold.CountAsync())).ShouldBe(2);
        (await site.WithAsync<ForgetTold, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(0);
        site.Clock.Advance(ForgetTold.Kept);
        (await site.WithAsync<ForgetTold, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(2, "L-40");
    }

    [Fact]
    public async Task Two_nodes_at_once_and_one_that_died_between_tell_once()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        foreach (var reader in new[] { lou, noe })
        {
            await reader.PostAsync(Mine + "/nouvelle", ("q", "école"));
        }

        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.AddAsync(Tender(site));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await using var other = await site.OpenNodeAsync();
        // Written, and not posted: as if the node had died there.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => (n % 2 == 0 ? site : other).WithAsync<TellAnnouncements, int>(tell => tell.RunAsync(CancellationToken.None))));
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.Issue.List == AnnouncementLists.List))).ShouldBe(2);
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(2);
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0);
        (await site.DoAsync(db => db.AnnouncementsTold.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_withdrawn_before_it_left_is_not_told_and_who_left_gets_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(Mine + "/nouvelle", ("q", "école"));
        site.Clock.Advance(TimeSpan.FromHours(2));
        var tender = Tender(site);
        await site.AddAsync(tender);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.WithAsync<TellAnnouncements, int>(tell => tell.RunAsync(CancellationToken.None));
        await site.DoAsync(db => db.Announcements.ExecuteUpdateAsync(a => a.SetProperty(x => x.WithdrawnAt, site.Now)));
        (await site.PostAnnouncementsAsync()).Dropped.ShouldBe(1, "there is nothing to say any more");
        await site.DoAsync(db => db.Announcements.ExecuteUpdateAsync(a => a.SetProperty(x => x.WithdrawnAt, (DateTime?)null)));

        await site.AddAsync(Tender(site, "Une autre école"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(1);
        var token = site.Mails[^1].Headers.First(h => h.Key == "List-Unsubscribe").Value.Split("/u/")[1].TrimEnd('>');
        using var stranger = site.Visitor();
        (await stranger.PostAsync("/u/" + token, ("List-Unsubscribe", "One-Click"))).Status.ShouldBe(HttpStatusCode.OK);
        await site.AddAsync(Tender(site, "Une école de trop"));
        site.Clock.Advance(TimeSpan.FromDays(2));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0);

        // Back: what was missed is not made up for.
        (await lou.GetAsync(Mine)).Text("main .notice.warn").ShouldContain("Vous ne recevez plus");
        await lou.PostAsync(Mine, ("faire", "reprendre"));
        (await lou.GetAsync(Mine)).Has("main .notice.warn").ShouldBeFalse();
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0);
        (await site.DoAsync(db => db.Consents.Where(c => c.List == AnnouncementLists.List).OrderBy(c => c.At).Select(c => c.IsGiven).ToListAsync())).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task The_mail_comes_at_the_hour_of_the_readers_edition()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await site.DoAsync(async db =>
        {
            await db.DigestRhythms.Where(r => r.AccountId == Newsroom.Camille).ExecuteDeleteAsync();
            db.DigestRhythms.Add(new Gazetier.Features.Digests.DigestRhythm { AccountId = Newsroom.Camille, Hour = 18 });
            await db.SaveChangesAsync();
        });
        await camille.PostAsync(Mine + "/nouvelle", ("q", "école"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.AddAsync(Tender(site));
        site.Clock.Advance(TimeSpan.FromHours(28));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(0, "it is noon");
        site.Clock.Advance(TimeSpan.FromHours(8));
        (await site.PostAnnouncementsAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_search_is_kept_once_and_twenty_at_most_whoever_is_quick()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Mine + "/nouvelle?q=eau")).Location!.ShouldContain("/connexion?retour=");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(Mine + "/nouvelle", ("lieu", "Nulle-Part-les-Bains"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answers = await Task.WhenAll(Enumerable.Range(0, 23).Select(n => lou.PostAsync(Mine + "/nouvelle", ("q", $"motif{(n < 3 ? 0 : n)}"))));
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBeInRange(20, 22);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Redirect || a.Status == HttpStatusCode.Conflict);
        var kept = await site.DoAsync(db => db.AnnouncementSearches.AsNoTracking().ToListAsync());
        (kept.Count, kept.Select(s => s.Key).Distinct().Count()).ShouldBe((20, 20));
        using var noe = await site.SignInAsync(Newsroom.Noe);
        await noe.PostAsync(Mine, ("retirer", kept[0].Id.ToString()));
        (await site.DoAsync(db => db.AnnouncementSearches.CountAsync())).ShouldBe(20, "it is another's");
        await lou.PostAsync(Mine, ("retirer", kept[0].Id.ToString()));
        (await site.DoAsync(db => db.AnnouncementSearches.CountAsync())).ShouldBe(19);
    }

    [Fact]
    public async Task What_is_kept_is_given_out_and_erased_with_the_account()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(Mine + "/nouvelle", ("q", "école"), ("lieu", "Savoie"));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.AddAsync(Tender(site));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PostAnnouncementsAsync();
        var person = new Person(Newsroom.Lou, "lou@example.org");
        var tables = await site.DoAsync(db => new AnnouncementPersonalData(db).ExportAsync(person, CancellationToken.None));
        tables.Select(t => t.Rows.Count).ShouldBe([1, 1, 1]);
        tables[0].Rows[0].ShouldContain("Savoie");
        await site.DoAsync(db => new AnnouncementPersonalData(db).EraseAsync(person, CancellationToken.None));
        (await site.DoAsync(async db => await db.AnnouncementSearches.CountAsync() + await db.AnnouncementAlerts.CountAsync() + await db.AnnouncementsTold.CountAsync())).ShouldBe(0);
    }
}
