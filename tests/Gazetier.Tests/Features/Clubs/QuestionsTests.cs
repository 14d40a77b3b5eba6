using System.Net;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Tests.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Clubs;

/// <summary>A question put to the experts of a club, from the member to the answer that all members read.</summary>
public class QuestionsTests
{
    private static readonly (string Name, string Value)[] Asked = [("objet", "Qui signe l’arrêté ?"), ("question", "Le maire est absent.\nL’adjoint <b>peut</b>-il signer ?")];

    [Fact]
    public async Task It_is_asked_answered_in_an_article_of_the_club_and_whoever_asked_is_told_once()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(ClubSteps.Ask, Asked)).Location.ShouldBe(ClubSteps.Ask + "?fait=posee");
        (await lou.GetAsync(ClubSteps.Ask)).Text(".links").ShouldContain("En attente");
        (await lou.GetAsync(ClubSteps.Path + "questions/")).Body.ShouldNotContain("Qui signe");

        using var paul = await site.SignInAsync(Newsroom.Paul);
        var question = await site.QuestionAsync("Qui signe l’arrêté ?");
        var here = $"/redaction/clubs/questions/{question.Id}";
        (await paul.GetAsync("/redaction/clubs/questions")).Body.ShouldContain(here);
        (await paul.GetAsync(here)).Body.ShouldContain("&lt;b&gt;peut&lt;/b&gt;");
        var editor = (await paul.PostAsync(here, ("faire", "repondre"), ("expert", Newsroom.Claire.Id.ToString()))).Location!;
        (await paul.PostAsync(here, ("faire", "repondre"))).Location.ShouldBe(editor, "it is begun once");
        question = await site.QuestionAsync("Qui signe l’arrêté ?");
        question.State.ShouldBe(QuestionState.InHand);
        var article = await site.DoAsync(db => db.Articles.AsNoTracking().Include(a => a.Bylines).SingleAsync(a => a.Id == question.ArticleId));
        (article.MainSectionId, article.Format, article.AnyOf.Numbers.Single()).ShouldBe((Newsroom.Law.Id, Format.HowTo, 1));
        article.Bylines.Single().AuthorId.ShouldBe(Newsroom.Claire.Id);
        article.Body.ShouldContain("&lt;b&gt;");
        await site.TellAnswersAsync();
        await site.PostOutboxAsync();
        site.Mails.ShouldBeEmpty("it has not appeared");

        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PublishAsync(article.Id);
        await site.FollowChangesAsync();
        await site.TellAnswersAsync();
        await site.TellAnswersAsync();
        await site.PostOutboxAsync();
        var mail = site.Mails.Where(m => m.Subject == "Juridique vous répond").ShouldHaveSingleItem();
        (mail.To, mail.Text.Contains($"/{article.Id}/", StringComparison.Ordinal)).ShouldBe(("lou@example.org", true));
        (await lou.GetAsync(ClubSteps.Ask)).Text(".links").ShouldContain("Réponse parue");
        (await lou.GetAsync(ClubSteps.Path + "questions/")).Texts(".river h2").ShouldBe(["Qui signe l’arrêté ?"]);
        (await lou.GetAsync(ClubSteps.Path)).Body.ShouldContain("Les experts ont répondu");
    }

    [Fact]
    public async Task It_is_declined_with_reasons()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(ClubSteps.Ask, Asked);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var here = $"/redaction/clubs/questions/{(await site.QuestionAsync("Qui signe l’arrêté ?")).Id}";
        (await paul.PostAsync(here, ("faire", "ecarter"), ("motif", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await paul.PostAsync(here, ("faire", "ecarter"), ("motif", "C’est une consultation juridique."))).Location.ShouldBe("/redaction/clubs/questions?fait=ecartee");
        (await paul.PostAsync(here, ("faire", "repondre"))).Status.ShouldBe(HttpStatusCode.Conflict);
        await site.PostOutboxAsync();
        site.Mails.ShouldHaveSingleItem().Text.ShouldContain("C’est une consultation juridique.");
        (await lou.GetAsync(ClubSteps.Ask)).Text(".links").ShouldContain("C’est une consultation juridique.");
        (await paul.GetAsync("/redaction/clubs/questions?vue=finies")).Body.ShouldContain("Sans réponse");
    }

    [Fact]
    public async Task Three_may_wait_and_no_more_however_many_are_sent_at_once()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => lou.PostAsync(ClubSteps.Ask, ("objet", $"Question {n}"), ("question", "Pourquoi ?"))));
        answers.Count(a => a.Status == HttpStatusCode.Found).ShouldBe(AskExperts.MostWaiting);
        answers.Where(a => a.Status != HttpStatusCode.Found).ShouldAllBe(a => a.Status == HttpStatusCode.TooManyRequests && a.Body.Contains("Pourquoi ?"));
        (await site.DoAsync(db => db.ClubQuestions.CountAsync())).ShouldBe(AskExperts.MostWaiting);
    }

    [Fact]
    public async Task L_41_An_account_takes_its_entries_and_open_questions_with_it_and_leaves_the_answer()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync(ClubSteps.Directory, ("paraitre", "true"), ("nom", "Lou M."));
        await lou.PostAsync(ClubSteps.Ask, Asked);
        await lou.PostAsync(ClubSteps.Ask, ("objet", "Sans suite"), ("question", "Et alors ?"));
        await site.DoAsync(db => db.ClubQuestions.Where(q => q.Subject != "Sans suite").ExecuteUpdateAsync(q => q.SetProperty(x => x.ArticleId, Newsroom.Free).SetProperty(x => x.State, QuestionState.Answered)));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var data = new ClubPersonalData(scope.ServiceProvider.GetRequiredService<GazetierDb>());
            var person = new Person(Newsroom.Lou, "lou@example.org");
            (await data.ExportAsync(person, CancellationToken.None)).Select(t => t.Rows.Count).ShouldBe([1, 2]);
            await data.EraseAsync(person, CancellationToken.None);
        }

        (await site.DoAsync(db => db.ClubMembers.CountAsync())).ShouldBe(0);
        (await site.DoAsync(db => db.ClubQuestions.SingleAsync())).AccountId.ShouldBeNull();
    }
}
