using System.Net;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>L-60: notices, reasons, measures, appeals; all recorded.</summary>
public class ModerateTests
{
    private const string Desk = "/redaction/conversation";

    [Fact]
    public async Task What_waits_is_published_by_the_newsroom_and_readers_see_it()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.SayAsync("Ma première réaction.");
        var waiting = await site.NewestAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Desk)).Text(".entry .said").ShouldBe("Ma première réaction.");
        (await ines.PostAsync(Desk, ("acte", $"publier:{waiting.Id}"))).Location.ShouldBe(Desk + "?fait=publier-1");
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(TalkSteps.Article)).Text("#reactions .said").ShouldBe("Ma première réaction.");
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "comment.published"))).ByName.ShouldBe("Inès");
        (await ines.GetAsync(Desk)).Text(".notice").ShouldContain("tout est lu");
    }

    [Fact]
    public async Task A_notice_signed_out_is_acknowledged_decided_and_told_to_all()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Achetez mes coffres !");
        using var visitor = site.Visitor();
        var sent = await visitor.ReportAsync(comment.Id);
        var notice = await site.DoAsync(db => db.CommentNotices.AsNoTracking().SingleAsync());
        sent.Location.ShouldBe("/signaler/recu?numero=" + notice.Number);
        (await visitor.GetAsync(sent.Location!)).Text(".notice").ShouldContain(notice.Number);
        await site.PostOutboxAsync();
        site.Mails.Single(m => m.To == "jean@valmorel.example").Text.ShouldContain(notice.Number);

        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Desk + "?vue=signalees")).Text(".told").ShouldContain("C’est une réclame.");
        await ines.PostAsync(Desk + "?vue=signalees", ("acte", $"refuser:{comment.Id}"), ("fondement", "Spam"), ("faits", "Une réclame pour des coffres."));
        (await site.ReadAsync(comment.Id)).State.ShouldBe(CommentState.Removed);
        await site.FollowChangesAsync();
        (await visitor.GetAsync(TalkSteps.Article)).Body.ShouldNotContain("Achetez mes coffres");
        await site.PostOutboxAsync();
        site.Mails.Last(m => m.To == "jean@valmorel.example").Text.ShouldContain("n’est plus visible");
        var decision = await site.DecisionAsync();
        decision.ShouldSatisfyAllConditions(d => d.FollowsNotice.ShouldBeTrue(), d => d.IsAutomated.ShouldBeFalse(), d => d.Kind.ShouldBe(RestrictionKind.Removed));
        var statement = site.Mails.Single(m => m.To == "lou@example.org").Text;
        foreach (var part in new[] { decision.Number, "Une réclame pour des coffres.", "publicité, envoi en nombre", "charte de la conversation", "après un signalement", "contester", "article 21" })
        {
            statement.ShouldContain(part);
        }

        statement.ShouldNotContain("Prévert");
    }

    [Theory]
    [InlineData("motif", "", "motif")]
    [InlineData("explication", " ", "explication")]
    [InlineData("nom", "", "nom")]
    [InlineData("email", "jean", "email")]
    [InlineData("bonne-foi", "", "bonne-foi")]
    public async Task A_notice_says_what_the_law_asks(string field, string value, string named)
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Achetez mes coffres !");
        using var visitor = site.Visitor();
        var page = await visitor.ReportAsync(comment.Id, (field, value));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#" + named);
        page.Document.GetElementById(named).ShouldNotBeNull();
        (await visitor.ReportAsync(comment.Id, ("motif", "Children"), ("nom", ""), ("email", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_notice_that_is_not_upheld_is_answered_and_the_comment_stays()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Je ne suis pas d’accord.");
        using var visitor = site.Visitor();
        await visitor.ReportAsync(comment.Id, ("motif", "Courtesy"));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Desk, ("acte", $"garder:{comment.Id}"));
        (await site.ReadAsync(comment.Id)).State.ShouldBe(CommentState.Published);
        (await site.DoAsync(db => db.CommentNotices.SingleAsync())).State.ShouldBe(NoticeState.Rejected);
        await site.PostOutboxAsync();
        site.Mails.Last(m => m.To == "jean@valmorel.example").Text.ShouldContain("reste en place");
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "notice.rejected"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_appeal_is_judged_by_somebody_else_and_what_was_taken_off_comes_back()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Une critique un peu vive.");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Desk, ("acte", $"refuser:{comment.Id}"), ("fondement", "Courtesy"));
        var decision = await site.DecisionAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var own = $"/mon-compte/reactions/decisions/{decision.Id}";
        (await lou.GetAsync(own)).Text(".facts").ShouldContain(decision.Number);
        (await lou.PostAsync(own, ("acte", "contester"), ("motifs", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.PostAsync(own, ("acte", "contester"), ("motifs", "C’est une opinion."))).Location.ShouldBe("/mon-compte/reactions?fait=recours");
        (await lou.PostAsync(own, ("acte", "contester"), ("motifs", "Encore."))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await ines.GetAsync(Desk + "/recours")).Has("button[value='annuler']").ShouldBeFalse();
        var refused = await ines.PostAsync(Desk + "/recours", ("decision", decision.Id.ToString()), ("acte", "maintenir"), ("reponse", "Je maintiens."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DecisionAsync()).AppealDecidedAt.ShouldBeNull();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        (await odile.PostAsync(Desk + "/recours", ("decision", decision.Id.ToString()), ("acte", "annuler"), ("reponse", "Une opinion, en effet."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.ReadAsync(comment.Id)).State.ShouldBe(CommentState.Published);
        await site.PostOutboxAsync();
        site.Mails.Last(m => m.To == "lou@example.org").Text.ShouldContain("Une opinion, en effet.");
    }

    [Fact]
    public async Task After_six_months_it_is_too_late_to_appeal()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Une critique un peu vive.");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Desk, ("acte", $"refuser:{comment.Id}"));
        var decision = await site.DecisionAsync();
        decision.MayAppeal(decision.At.AddMonths(6).AddSeconds(-1)).ShouldBeTrue();
        decision.MayAppeal(decision.At.AddMonths(6)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Warned", false)]
    [InlineData("PreModerated", true)]
    [InlineData("Suspended", false)]
    [InlineData("Barred", false)]
    public async Task A_measure_holds_at_once_and_says_why(string measure, bool mayWrite)
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var person = $"{Desk}/personnes/{Newsroom.Lou}";
        (await ines.GetAsync(person)).Body.ShouldNotContain("lou@example.org");
        (await ines.PostAsync(person, ("acte", measure), ("fondement", "Courtesy"), ("faits", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(person, ("acte", measure), ("fondement", "Courtesy"), ("faits", "Trois invectives."), ("jusqu-au", "2026-11-30"))).Location.ShouldBe(person + "?fait=prise");
        var decision = await site.DecisionAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.SayAsync("Une remarque.")).Status.ShouldBe(mayWrite ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity);
        await site.PostOutboxAsync();
        site.Mails.Single(m => m.To == "lou@example.org").Text.ShouldContain("Trois invectives.");

        if (measure == "Warned")
        {
            (await lou.PostAsync($"/mon-compte/reactions/decisions/{decision.Id}", ("acte", "lu"))).Location.ShouldBe("/mon-compte/reactions?fait=lu");
        }
        else if (measure == "Suspended")
        {
            site.Clock.Advance(TimeSpan.FromDays(8));
        }
        else
        {
            (await ines.PostAsync(person, ("acte", $"lever:{decision.Id}"))).Location.ShouldBe(person + "?fait=levee");
        }

        (await lou.SayAsync("Une autre remarque.")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.NewestAsync()).State.ShouldBe(CommentState.Published);
    }

    [Fact]
    public async Task A_refused_word_is_refused_by_the_program_which_says_so()
    {
        await using var site = await Site.OpenAsync();
        await site.RulesAsync(rules => rules.RefusedWords = "gredin*");
        await site.KnowAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var own = await lou.GetAsync((await lou.SayAsync("Quels gredins !")).Location!);
        own.Text(".notice").ShouldContain("n’a pas été publiée");
        (await site.DecisionAsync()).ShouldSatisfyAllConditions(d => d.IsAutomated.ShouldBeTrue(), d => d.ById.ShouldBeNull(), d => d.Kind.ShouldBe(RestrictionKind.Refused));
        await site.PostOutboxAsync();
        site.Mails.Single(m => m.To == "lou@example.org").Text.ShouldContain("sans intervention humaine");
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Une critique.");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ines.PostAsync(Desk, ("acte", $"refuser:{comment.Id}"))));
        (await site.DoAsync(db => db.Restrictions.CountAsync())).ShouldBe(1);
        await site.PostOutboxAsync();
        site.Mails.Count(m => m.To == "lou@example.org").ShouldBe(1);
    }

    [Fact]
    public async Task The_yearly_report_counts_and_names_nobody()
    {
        await using var site = await Site.OpenAsync();
        var comment = await site.SaidAsync(Newsroom.Lou, "Achetez mes coffres !");
        using var visitor = site.Visitor();
        await visitor.ReportAsync(comment.Id);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(Desk, ("acte", $"refuser:{comment.Id}"), ("fondement", "Spam"));
        var report = await visitor.GetAsync("/transparence/2026");
        report.Texts("table:first-of-type tfoot td").ShouldBe(["1", "1"]);
        report.Body.ShouldNotContain("Prévert");
        (await visitor.GetAsync("/transparence/2030")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/reactions/charte")).Text("h1").ShouldBe("Charte de la conversation");
    }
}
