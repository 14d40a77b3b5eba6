using AngleSharp.Html.Parser;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.MailingLists;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static Gazetier.Tests.Features.Digests.Morning;

namespace Gazetier.Tests.Features.Digests;

public class IssueDigestsTests
{
    [Fact]
    public async Task A_readers_edition_holds_what_is_new_in_their_themes_each_once_and_nothing_of_a_body()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water), new Subject(FollowKind.Dossier, Newsroom.SharingWater.Id), new Subject(FollowKind.Section, Newsroom.News.Id));
        site.Clock.SetUtcNow(Seven);
        var report = await site.IssueAsync();
        report.Composed.ShouldBe(new Composed(1, 1));
        report.Posted.Sent.ShouldBe(1);

        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("lou@example.org");
        mail.Subject.ShouldBe("Ma Gazette\u00A0: Le syndicat coupe deux forages");
        // Named first (theme, dossier), then what only stands in the section; the one of 30 hours ago is not new.
        Headlines(mail).ShouldBe(["Le syndicat coupe deux forages", "Un serveur pour quatorze communes"]);
        mail.Html.ShouldContain("Bonjour Lou");
        mail.Html.ShouldContain("lundi 23 novembre 2026");
        mail.Text.ShouldContain("Bonjour Lou,");
        mail.Text.ShouldContain("http://localhost/3/le-syndicat-coupe-deux-forages/");
        foreach (var part in new[] { mail.Html, mail.Text })
        {
            part.ShouldContain("Le Courrier");
            part.ShouldContain("/mon-compte/ma-gazette");
            part.ShouldNotContain("{{");
            Newsroom.Secret.Split(' ').ShouldAllBe(word => !part.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_locked_article_says_so_to_who_may_not_read_it_and_opens_to_who_may()
    {
        await using var site = await Site.OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe, Newsroom.Lou, Newsroom.Ines })
        {
            await site.FollowAsync(reader, Frequency.EachMorning, Theme(Newsroom.Water));
        }

        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        site.Mails.Where(m => m.Html.Contains("Réservé aux abonnés")).Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        site.Mails.Where(m => m.Html.Contains("Lire l’article")).Select(m => m.To).Order().ShouldBe(["camille@example.org", "ines@example.org"]);
        site.Mails.Where(m => m.Text.Contains("Réservé aux abonnés")).Select(m => m.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
    }

    [Fact]
    public async Task Every_mail_carries_the_headers_of_the_contract()
    {
        await using var site = await Site.OpenAsync(null, ("Url", "https://www.courrier.example"));
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        var (issue, delivery) = await site.DoAsync(async db => (await db.Issues.SingleAsync(), await db.Deliveries.SingleAsync()));
        issue.Key.ShouldBe("digest/2026-11-23T06:00Z");
        mail.MessageId.ShouldBe($"{issue.Id:N}.{Newsroom.Lou:N}@www.courrier.example");
        mail.EnvelopeFrom!.ShouldStartWith($"bounce+{delivery.Id:N}");
        mail.EnvelopeFrom!.ShouldEndWith("@courrier.example");
        var headers = mail.Headers.ToDictionary(h => h.Key, h => h.Value);
        headers["List-Id"].ShouldBe("<digest.www.courrier.example>");
        headers["List-Unsubscribe"].ShouldMatch("^<https://www.courrier.example/u/[A-Za-z0-9_-]+>$");
        headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        using var mime = Mime.Of(mail, "Le Courrier <lettres@courrier.example>", site.Clock.GetUtcNow());
        mime.BodyParts.Select(p => p.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.Html.ShouldContain(headers["List-Unsubscribe"].Trim('<', '>'));
        mail.Html.ShouldNotContain("<img");
        (delivery.State, delivery.Answer, delivery.ClosedAt).ShouldBe((DeliveryState.Sent, "250 2.0.0 Ok", site.Now));
    }

    [Fact]
    public async Task Nothing_new_no_mail_and_the_next_edition_looks_back_as_far()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, new Subject(FollowKind.Author, Newsroom.Guest.Id));
        var before = await site.DoAsync(db => db.DigestRhythms.SingleAsync());
        site.Clock.SetUtcNow(Seven);
        (await site.IssueAsync()).Composed.ShouldBe(new Composed(1, 0));
        site.Mails.ShouldBeEmpty();
        var after = await site.DoAsync(db => db.DigestRhythms.SingleAsync());
        after.ReadUntil.ShouldBe(before.ReadUntil);
        after.NextDueAt.ShouldBe(Seven.UtcDateTime.AddDays(1));
        (await site.DoAsync(db => db.Deliveries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_run_posts_nothing_and_the_next_day_only_what_came_since()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        var again = await site.IssueAsync();
        (again.Composed, again.Posted).ShouldBe((default(Composed), default(Posted)));

        // The scheduled article of the cast comes out at half past seven.
        site.Clock.SetUtcNow(Seven.AddDays(1));
        await site.IssueAsync();
        site.Mails.Count.ShouldBe(2);
        Headlines(site.Mails[1]).ShouldBe(["Pour huit heures"]);
        site.Mails[1].MessageId.ShouldNotBe(site.Mails[0].MessageId);
    }

    [Fact]
    public async Task An_edition_holds_twelve_articles_at_most_the_newest()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        for (var n = 1; n <= 15; n++)
        {
            await site.PublishAsync($"Brève {n}", site.Now.AddMinutes(n));
        }

        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        Headlines(site.Mails.ShouldHaveSingleItem()).ShouldBe(Enumerable.Range(4, 12).Reverse().Select(n => $"Brève {n}"));
    }

    [Fact]
    public async Task Two_workers_at_once_post_each_edition_once()
    {
        await using var site = await Site.OpenAsync();
        await FillWithReadersAsync(site, 40);
        site.Clock.SetUtcNow(Seven);
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.IssueAsync())));
        reports.Sum(r => r.Composed.Written).ShouldBe(40);
        reports.Sum(r => r.Posted.Sent).ShouldBe(40);
        site.Mails.Select(m => m.MessageId).Distinct().Count().ShouldBe(40);
        site.Mails.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_weekly_edition_leaves_on_its_day_with_the_week_in_it()
    {
        await using var site = await Site.OpenAsync();
        await site.ChooseAsync(
            Newsroom.Lou, new DigestChoice(Frequency.Weekly, 18, DayOfWeek.Wednesday, Days.All), new Followed(Theme(Newsroom.Water), FollowRhythm.EachMorning));
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync())).NextDueAt.ShouldBe(new DateTime(2026, 11, 25, 17, 0, 0, DateTimeKind.Utc));
        site.Clock.SetUtcNow(Seven.AddDays(1));
        (await site.IssueAsync()).Composed.Due.ShouldBe(0);
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 17, 0, 20, TimeSpan.Zero));
        await site.IssueAsync();
        Headlines(site.Mails.ShouldHaveSingleItem()).ShouldBe(["Pour huit heures", "Le syndicat coupe deux forages", "L’eau devient plus chère"]);
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync())).NextDueAt.ShouldBe(new DateTime(2026, 12, 2, 17, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task After_days_of_silence_a_reader_gets_one_edition()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        site.Clock.SetUtcNow(Seven.AddDays(6).AddHours(3));
        (await site.IssueAsync()).Posted.Sent.ShouldBe(1);
        Headlines(site.Mails.ShouldHaveSingleItem()).ShouldBe(["Pour huit heures", "Le syndicat coupe deux forages"]);
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync())).NextDueAt.ShouldBe(Seven.UtcDateTime.AddDays(7));
    }

    [Fact]
    public async Task Who_unsubscribes_or_is_gone_after_composing_gets_nothing_and_a_withdrawn_article_goes_to_nobody()
    {
        await using var site = await Site.OpenAsync();
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe, Newsroom.Lou })
        {
            await site.FollowAsync(reader, Frequency.EachMorning, Theme(Newsroom.Water));
        }

        site.Clock.SetUtcNow(Seven);
        await site.WithAsync<ComposeDigests, Composed>(compose => compose.RunAsync(site.Now, false, CancellationToken.None));
        await site.WithAsync<ListsOfReader, bool?>(lists => lists.LeaveAsync(Newsroom.Camille, Digest.List, ConsentWords.OneClick, CancellationToken.None));
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Noe).ExecuteDeleteAsync());
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1, Dropped: 2));
        site.Mails.ShouldHaveSingleItem().To.ShouldBe("lou@example.org");

        site.Clock.SetUtcNow(Seven.AddDays(1));
        await site.WithAsync<ComposeDigests, Composed>(compose => compose.RunAsync(site.Now, false, CancellationToken.None));
        await site.DoAsync(async db =>
        {
            db.Articles.Single(a => a.Id == Newsroom.Scheduled).Withdraw(site.Now, "erreur");
            await db.SaveChangesAsync();
        });
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Dropped: 1));
    }

    [Fact]
    public async Task A_headline_or_a_name_cannot_break_out_of_its_place()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.DisplayName, "Lou\r\nX-Evil: 1 <img src=x onerror=alert(1)> {{token}} {{blocks}}")));
        await site.PublishAsync("Titre\r\nBcc: victime@example.org\r\n\r\n<script>alert(1)</script> " + new string('x', 300), site.Now.AddMinutes(1), kicker: "<b>\"'&");
        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        using var mime = Mime.Of(mail, "Le Courrier <lettres@courrier.example>", site.Clock.GetUtcNow());
        mime.Headers.Select(h => h.Field).ShouldNotContain("Bcc");
        mime.Headers.Select(h => h.Field).ShouldNotContain("X-Evil");
        mail.Subject.Length.ShouldBeLessThanOrEqualTo(90);
        var html = new HtmlParser().ParseDocument(mail.Html);
        html.QuerySelector("script, img, b").ShouldBeNull();
        html.Body!.TextContent.ShouldContain("<img src=x onerror=alert(1)> {{token}} {{blocks}}");
        mail.Text.ShouldContain("Bonjour Lou X-Evil: 1");
    }

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        await FillWithReadersAsync(site, 3);
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, new Subject(FollowKind.Author, Newsroom.Guest.Id));
        var report = await site.IssueAsync(Seven.UtcDateTime.AddMinutes(5), isDryRun: true);
        report.Composed.ShouldBe(new Composed(4, 3));
        (await site.DoAsync(async db => (await db.Deliveries.CountAsync(), await db.Issues.CountAsync()))).ShouldBe((0, 0));
        (await site.DoAsync(db => db.DigestRhythms.CountAsync(r => r.NextDueAt == Seven.UtcDateTime))).ShouldBe(4);
    }

    [Fact]
    public async Task Composing_ahead_of_time_never_holds_an_article_that_is_not_yet_out()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        await site.IssueAsync(Seven.UtcDateTime.AddDays(1));
        Headlines(site.Mails.ShouldHaveSingleItem()).ShouldBe(["Le syndicat coupe deux forages"]);
    }

    [Fact]
    public async Task An_English_reader_gets_an_English_frame()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Theme(Newsroom.Water));
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, "en")));
        site.Clock.SetUtcNow(Seven);
        await site.IssueAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.Html.ShouldContain("lang=\"en\"");
        mail.Html.ShouldContain("For subscribers");
        mail.Text.ShouldContain("Monday 23 November 2026");
    }

    private static string[] Headlines(Email mail) =>
        [.. new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("h2").Select(h => h.TextContent.Trim())];

    private static async Task FillWithReadersAsync(Site site, int count)
    {
        var ids = await site.DoAsync(async db =>
        {
            var accounts = Enumerable.Range(0, count).Select(n => new Gazetier.Features.Accounts.Account
            {
                Email = $"r{n}@example.org",
                UserName = $"r{n}@example.org",
                NormalizedEmail = $"R{n}@EXAMPLE.ORG",
                NormalizedUserName = $"R{n}@EXAMPLE.ORG",
                DisplayName = $"Lecteur {n}",
                CreatedAt = site.Now,
            }).ToList();
            db.AddRange(accounts);
            await db.SaveChangesAsync();
            return accounts.ConvertAll(a => a.Id);
        });
        foreach (var id in ids)
        {
            await site.FollowAsync(id, Frequency.EachMorning, Theme(Newsroom.Water));
        }
    }
}
