using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

public class PostNewslettersTests
{
    [Fact]
    public async Task An_issue_goes_to_all_who_signed_up_and_each_gets_what_they_may_read()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Camille, Newsroom.Noe, Newsroom.Lou, Newsroom.Ines);
        var id = await site.ScheduleAsync(newsletter);

        var report = await site.PostLettersAsync();

        (report.Written, report.Posted).ShouldBe((new Written(1, 4), new Posted(Sent: 4)));
        var issue = await site.IssueAsync(id);
        (issue.State, issue.Number, issue.PostedAt, issue.WrittenAt).ShouldBe((NewsletterIssueState.Posted, 1, site.Now, site.Now));
        foreach (var mail in site.Mails)
        {
            var reads = mail.To is "camille@example.org" or "ines@example.org";
            mail.Subject.ShouldBe("L’eau, les forages et la facture");
            foreach (var part in new[] { mail.Html, mail.Text })
            {
                part.Contains("Réservé aux abonnés").ShouldBe(!reads, mail.To);
                part.Contains("Cette partie est réservée aux abonnés.").ShouldBe(!reads, mail.To);
                part.Contains("coquelicot marbrure").ShouldBe(reads, mail.To);
                Newsroom.Secret.Split(' ').ShouldAllBe(word => !part.Contains(word, StringComparison.Ordinal));
                part.ShouldContain("http://localhost/themes/eau/");
                part.ShouldContain("http://localhost/lettres/la-semaine/1");
                part.ShouldNotContain("{{");
            }

            LetterSteps.Headlines(mail).ShouldBe(["Le syndicat coupe deux forages", "L’eau devient plus chère"]);
        }

        site.Mails.Single(m => m.To == "lou@example.org").Html.ShouldContain("Bonjour Lou");
        (await site.DoAsync(db => db.Deliveries.Select(d => d.Articles).Distinct().SingleAsync())).ShouldBe("3,1");
    }

    [Fact]
    public async Task E_01_every_mail_carries_the_headers_of_the_contract_under_the_newsletters_own_name()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.ScheduleAsync(newsletter);
        await site.PostLettersAsync();
        var headers = site.Mails.ShouldHaveSingleItem().Headers.ToDictionary(h => h.Key, h => h.Value);
        headers["List-Id"].ShouldBe("<la-semaine.localhost>");
        headers["List-Unsubscribe"].ShouldMatch("^<http://localhost/u/[A-Za-z0-9_-]+>$");
        headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var token = headers["List-Unsubscribe"].Trim('<', '>').Split('/')[^1];
        (await site.Services.GetRequiredService<UnsubscribeLink>().ReadAsync(token, CancellationToken.None)).ShouldBe(new Leaver(Newsroom.Lou, "la-semaine"));
        site.Mails[0].Html.ShouldContain("/u/" + token + "/envois");
        site.Mails[0].Html.ShouldContain("/mon-compte/lettres");
        var issue = await site.DoAsync(db => db.Issues.SingleAsync());
        (issue.Key, issue.List).ShouldBe(("lettre/la-semaine/1", "la-semaine"));
    }

    [Fact]
    public async Task A_second_run_posts_nothing_and_numbers_have_no_hole()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou, Newsroom.Camille);
        await site.ScheduleAsync(newsletter);
        await site.PostLettersAsync();
        (await site.PostLettersAsync()).ShouldSatisfyAllConditions(again => again.Written.ShouldBe(default), again => again.Posted.ShouldBe(default));
        await site.ScheduleAsync(newsletter, issue => issue.Subject = "Deux");
        await site.ScheduleAsync(newsletter, issue => (issue.Subject, issue.ScheduledAt) = ("Plus tard", site.Now.AddMinutes(1)));
        await site.PostLettersAsync();
        site.Mails.Count.ShouldBe(4);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PostLettersAsync();
        (await site.DoAsync(db => db.NewsletterIssues.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync())).ShouldBe([1, 2, 3]);
        site.Mails.Select(m => m.MessageId).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public async Task E_06_composers_at_once_write_and_post_each_mail_once()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.FillAsync(newsletter, 40);
        await site.ScheduleAsync(newsletter);
        await site.ScheduleAsync(newsletter, issue => issue.Subject = "L’autre");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await Small(scope.ServiceProvider, 7).RunAsync(site.Now, null, CancellationToken.None);
            await site.PostLettersAsync();
        })));
        (await site.DoAsync(db => db.Deliveries.CountAsync())).ShouldBe(80);
        (await site.DoAsync(db => db.NewsletterIssues.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync())).ShouldBe([1, 2]);
        site.Mails.Count.ShouldBe(80);
        site.Mails.Select(m => m.MessageId).Distinct().Count().ShouldBe(80);
    }

    [Fact]
    public async Task E_06_who_dies_between_two_batches_leaves_nobody_out_and_nobody_is_written_twice()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.FillAsync(newsletter, 25);
        await site.ScheduleAsync(newsletter);
        for (var deaths = 0; await site.DoAsync(db => db.NewsletterIssues.AnyAsync(i => i.WrittenAt == null)); deaths++)
        {
            deaths.ShouldBeLessThan(20);
            using var dies = new CancellationTokenSource();
            await using var scope = site.Services.CreateAsyncScope();
            // Each lives one step longer than the one before.
            var left = deaths;
            scope.ServiceProvider.GetRequiredService<GazetierDb>().SavedChanges += (_, _) => Die(ref left, dies);
            try
            {
                await Small(scope.ServiceProvider, 10).RunAsync(site.Now, null, dies.Token);
            }
            catch (OperationCanceledException)
            {
                // It died; somebody else goes on.
            }
        }

        (await site.PostLettersAsync()).Posted.ShouldBe(new Posted(Sent: 25));
        site.Mails.Select(m => m.To).Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task What_is_paused_waits_and_what_is_resumed_goes_on_and_what_is_stopped_while_it_is_written_ends()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou, Newsroom.Camille);
        var first = await site.ScheduleAsync(newsletter);
        await site.WithAsync<ComposeNewsletters, Written>(compose => compose.RunAsync(site.Now, null, CancellationToken.None));
        var posting = (await site.IssueAsync(first)).PostingId!.Value;
        (await site.WithAsync<Issues, bool>(issues => issues.PauseAsync(posting, CancellationToken.None))).ShouldBeTrue();
        (await site.PostLettersAsync()).Posted.ShouldBe(default);
        await site.WithAsync<Issues, bool>(issues => issues.ResumeAsync(posting, CancellationToken.None));
        (await site.PostLettersAsync()).Posted.ShouldBe(new Posted(Sent: 2));

        var second = await site.ScheduleAsync(newsletter);
        await site.WithAsync<ComposeNewsletters, Written>(compose => compose.RunAsync(site.Now, null, CancellationToken.None));
        var stopped = (await site.IssueAsync(second)).PostingId!.Value;
        await site.DoAsync(db => db.NewsletterIssues.Where(i => i.Id == second).ExecuteUpdateAsync(i => i.SetProperty(x => x.WrittenAt, (DateTime?)null)));
        await site.FillAsync(newsletter, 3);
        await site.WithAsync<Issues, bool>(issues => issues.StopAsync(stopped, CancellationToken.None));
        (await site.PostLettersAsync()).Posted.ShouldBe(default);
        (await site.DoAsync(db => db.Deliveries.Where(d => d.IssueId == stopped).Select(d => d.State).Distinct().SingleAsync())).ShouldBe(DeliveryState.Dropped);
        (await site.IssueAsync(second)).WrittenAt.ShouldBe(site.Now);
    }

    [Fact]
    public async Task Who_leaves_after_composing_gets_nothing_and_an_issue_whose_articles_are_all_gone_goes_to_nobody()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou, Newsroom.Camille);
        await site.ScheduleAsync(newsletter, issue => issue.Blocks.RemoveAll(b => b.Kind != NewsletterBlockKind.Articles));
        await site.WithAsync<ComposeNewsletters, Written>(compose => compose.RunAsync(site.Now, null, CancellationToken.None));
        await site.WithAsync<IEnumerable<IMailingLists>, bool?>(lists => lists.OfType<NewsletterLists>().Single().LeaveAsync(Newsroom.Camille, "la-semaine", CancellationToken.None));
        (await site.PostLettersAsync()).Posted.ShouldBe(new Posted(Sent: 1, Dropped: 1));

        await site.ScheduleAsync(newsletter, issue =>
        {
            issue.Blocks.RemoveAll(b => b.Kind != NewsletterBlockKind.Articles);
            issue.Blocks[0].Articles = "5";
        });
        (await site.PostLettersAsync()).Posted.ShouldBe(new Posted(Dropped: 1));
    }

    [Fact]
    public async Task One_newsletter_is_posted_alone_and_a_dry_run_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        var one = await site.AddNewsletterAsync();
        var other = await site.AddNewsletterAsync(n => (n.Slug, n.Name) = ("l-autre", "L’Autre"));
        await site.SignUpAsync(one, Newsroom.Lou, Newsroom.Camille);
        await site.SignUpAsync(other, Newsroom.Lou);
        await site.ScheduleAsync(one);
        await site.ScheduleAsync(other);
        (await site.PostLettersAsync(isDryRun: true)).Written.ShouldBe(new Written(2, 3));
        (await site.PostLettersAsync(only: "la-semaine", isDryRun: true)).Written.ShouldBe(new Written(1, 2));
        (await site.DoAsync(async db => (await db.Deliveries.CountAsync(), await db.Issues.CountAsync()))).ShouldBe((0, 0));
        (await site.PostLettersAsync(only: "l-autre")).Posted.Sent.ShouldBe(1);
        site.Mails.ShouldHaveSingleItem().Headers.Single(h => h.Key == "List-Id").Value.ShouldBe("<l-autre.localhost>");
    }

    [Fact]
    public async Task Notices_pictures_and_partners_say_what_they_are_and_nothing_is_tracked()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        var picture = await site.DoAsync(db => db.Pictures.Select(p => p.Id).FirstAsync());
        await site.ScheduleAsync(newsletter, issue =>
        {
            issue.Preheader = "Et l’agenda.";
            issue.Blocks =
            [
                new NewsletterBlock { Kind = NewsletterBlockKind.Picture, PictureId = picture, Html = "<p>Le réservoir.</p>", Position = 1 },
                new NewsletterBlock { Kind = NewsletterBlockKind.Notice, Title = "À noter", Html = "<p>Mardi.</p>", Position = 2 },
                new NewsletterBlock { Kind = NewsletterBlockKind.Partner, Label = PartnerLabel.Communique, Advertiser = "Régie des eaux", Link = "https://eau.example/", Html = "<p>Lisez <a href=\"https://eau.example/b\">ceci</a>.</p>", Position = 3 },
            ];
        });
        await site.PostLettersAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        var html = new HtmlParser().ParseDocument(mail.Html);
        var image = html.QuerySelectorAll("img").ShouldHaveSingleItem();
        image.GetAttribute("src").ShouldBe("http://localhost/images/00000000000000000000000000000001/960.jpg");
        image.GetAttribute("alt").ShouldBe("Un château d’eau dans la brume");
        html.QuerySelectorAll("a[href^='https://eau.example']").ShouldAllBe(a => a.GetAttribute("rel")!.Contains("sponsored"));
        html.Body!.TextContent.ShouldContain("Communiqué · Régie des eaux");
        mail.Html.ShouldContain("Et l’agenda.");
        mail.Text.ShouldContain("[Communiqué\u00A0: Régie des eaux]");
        mail.Text.ShouldContain("[Image\u00A0: Un château d’eau dans la brume — Dessin : Le Courrier]");
        // L-52: no address is a reader's own but the way out.
        html.QuerySelectorAll("a[href*='?'], a[href*='lou']").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_cannot_break_out_of_its_place()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync(n => n.Name = "<img src=x> {{token}} \"L’eau\"");
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.ScheduleAsync(newsletter, issue =>
        {
            issue.Subject = "Objet <script>alert(1)</script> {{blocks}} \u2028";
            issue.Preheader = "{{token}}</div><script>alert(2)</script>";
            issue.Blocks = [LetterSteps.Text(1, Hostile.Headline + " {{token}}")];
            issue.Blocks[0].Title = "</h2><script>alert(3)</script>";
        });
        await site.PostLettersAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        var html = new HtmlParser().ParseDocument(mail.Html);
        html.QuerySelectorAll("script, img").ShouldBeEmpty();
        html.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldStartWith("<img src=x>");
        html.QuerySelectorAll("div").ShouldHaveSingleItem().TextContent.ShouldContain("alert(2)");
    }

    private static void Die(ref int left, CancellationTokenSource dies)
    {
        if (left-- == 0)
        {
            dies.Cancel();
        }
    }

    private static ComposeNewsletters Small(IServiceProvider services, int batch) => new(
        services.GetRequiredService<GazetierDb>(),
        services.GetRequiredService<Issues>(),
        services.GetRequiredService<Gazetier.Features.Newspaper.Masthead>(),
        services.GetRequiredService<TimeProvider>())
    {
        Batch = batch,
    };
}
