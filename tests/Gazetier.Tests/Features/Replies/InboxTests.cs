using Gazetier.Features.Replies;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class InboxTests
{
    private const string Inbox = "/redaction/droits-de-reponse";

    [Fact]
    public async Task The_next_deadline_stands_first_and_what_is_late_is_marked()
    {
        await using var site = await Site.OpenAsync();
        var first = await site.AskAsync();
        site.Clock.Advance(TimeSpan.FromHours(30));
        var second = await site.AskAsync(("article", "1"));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync(Inbox);
        page.Texts("tbody .number-of").ShouldBe([first.Number, second.Number]);
        page.Texts("tbody td time[class='late']").ShouldBeEmpty();
        page.Text("tbody tr").ShouldContain("il reste 42 heures");

        site.Clock.Advance(TimeSpan.FromHours(45));
        using var later = await site.SignInAsync(Newsroom.Ines);
        page = await later.GetAsync(Inbox);
        page.Texts("tbody td time.late").ShouldBe(["en retard de 3 heures"]);
    }

    [Fact]
    public async Task The_head_of_the_newsroom_counts_what_waits()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Inbox)).Text(".notice").ShouldContain("Aucune demande n’attend");
        (await ines.GetAsync("/redaction/articles")).Has("nav .count").ShouldBeFalse();
        var one = await site.AskAsync();
        await site.AskAsync(("article", "1"));
        (await ines.GetAsync("/redaction/articles")).Text("nav .count [aria-hidden]").ShouldBe("2");
        await site.PublishAsync(one);
        (await ines.GetAsync(Inbox)).Text("nav .count [aria-hidden]").ShouldBe("1");
        (await ines.GetAsync(Inbox + "?vue=decidees")).Texts("tbody .number-of").ShouldBe([one.Number]);
    }

    [Fact]
    public async Task A_day_before_the_deadline_the_editors_in_chief_are_told_once()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        var decided = await site.AskAsync(("article", "1"));
        await site.PublishAsync(decided);
        await site.PostOutboxAsync();
        var before = site.Mails.Count;

        site.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        (await CallAsync(site)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Task.WhenAll(CallAsync(site), CallAsync(site), CallAsync(site))).Sum().ShouldBe(1);
        (await CallAsync(site)).ShouldBe(0);
        await site.PostOutboxAsync();
        var call = site.Mails.Skip(before).ShouldHaveSingleItem();
        call.To.ShouldBe("ines@example.org");
        call.Text.ShouldContain(asked.Number);
        call.Text.ShouldContain("il reste 24 heures");
    }

    [Fact]
    public async Task Who_decides_in_time_spares_the_call_that_was_owed()
    {
        await using var site = await Site.OpenAsync();
        var asked = await site.AskAsync();
        site.Clock.Advance(TimeSpan.FromHours(50));
        await CallAsync(site);
        await site.PublishAsync(asked);
        await site.PostOutboxAsync();
        site.Mails.ShouldNotContain(m => m.Subject.Contains("moins d’un jour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_are_forgotten_a_year_after_the_decision_and_the_reply_stays()
    {
        await using var site = await Site.OpenAsync();
        await site.PublishAsync(await site.AskAsync());
        await site.AskAsync(("article", "1"));
        await site.PostOutboxAsync();
        site.Clock.Advance(TimeSpan.FromDays(364));
        await ForgetAsync(site);
        (await site.DoAsync(db => db.ReplyRequests.CountAsync())).ShouldBe(2);
        (await site.DoAsync(db => db.OutgoingMails.AnyAsync(m => m.Kind.StartsWith("reply.")))).ShouldBeFalse();
        site.Clock.Advance(TimeSpan.FromDays(2));
        await ForgetAsync(site);
        (await site.DoAsync(db => db.ReplyRequests.SingleAsync())).IsOpen.ShouldBeTrue();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Has("aside.reply").ShouldBeTrue();
    }

    private static Task<int> CallAsync(Site site) => site.WithAsync<CallForReplies, int>(call => call.RunAsync(CancellationToken.None));

    private static Task<bool> ForgetAsync(Site site) => site.WithAsync<ForgetReplyRequests, bool>(async forget =>
    {
        await forget.RunAsync(CancellationToken.None);
        return true;
    });
}
