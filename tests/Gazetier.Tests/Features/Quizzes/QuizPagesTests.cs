using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Quizzes;

/// <summary>A quiz from the desk to the score, without JavaScript: one form, one page of answers.</summary>
public class QuizPagesTests
{
    private const string Paper = "? Qui vote le budget ?\n+ Le conseil\n- Le maire\n> Le maire le prépare seulement.\n? Lesquels sont des impôts locaux ?\n+ La taxe foncière\n- La TVA\n+ La CFE\n";

    [Fact]
    public async Task It_is_written_answered_explained_and_its_score_kept_for_who_is_signed_in()
    {
        await using var site = await Site.OpenAsync();
        var path = await AddAsync(site, "Registration");
        using var visitor = site.Visitor();
        var closed = await visitor.GetAsync(path);
        closed.Texts("fieldset").ShouldBeEmpty();
        closed.Body.ShouldNotContain("La CFE");
        (await visitor.PostAsync(path + "reponses", ("q0", "0"))).Location.ShouldBe(path);

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var open = await lou.GetAsync(path);
        open.Document.QuerySelectorAll("fieldset").Length.ShouldBe(2);
        open.Document.QuerySelectorAll("input[type=radio]").Length.ShouldBe(2);
        open.Document.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(3);
        open.Body.ShouldNotContain("prépare seulement", Case.Sensitive, "the explanation comes with the answers");
        var half = await lou.PostAsync(path + "reponses", ("q0", "0"), ("q1", "0"));
        half.Location.ShouldBe(path + "reponses?r=0-0");
        var told = await lou.GetAsync(half.Location!);
        told.Text("h1").ShouldBe("1 sur 2");
        told.Body.ShouldContain("prépare seulement");
        await lou.PostAsync(path + "reponses", ("q0", "0"), ("q1", "0"), ("q1", "2"));
        await lou.PostAsync(path + "reponses");
        var result = await site.DoAsync(db => db.QuizResults.SingleAsync());
        (result.Best, result.Last, result.Of, result.Times).ShouldBe((2, 0, 2, 3));
        (await lou.GetAsync(path + "reponses?r=9-x-.-")).Text("h1").ShouldBe("0 sur 2");
    }

    [Fact]
    public async Task Of_a_visitor_nothing_is_kept_and_a_free_quiz_tells_machines_its_answers()
    {
        await using var site = await Site.OpenAsync();
        var path = await AddAsync(site, "None");
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).Body.ShouldContain("\"@type\":\"Quiz\"");
        (await visitor.GetAsync(path)).Body.ShouldContain("acceptedAnswer");
        (await visitor.GetAsync("/quiz/")).Body.ShouldContain(path);
        (await visitor.GetAsync((await visitor.PostAsync(path + "reponses", ("q0", "0"), ("q1", "0"), ("q1", "2"))).Location!)).Text("h1").ShouldBe("2 sur 2");
        (await site.DoAsync(db => db.QuizResults.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_form_sent_at_once_counts_each_time_in_one_row()
    {
        await using var site = await Site.OpenAsync();
        var path = await AddAsync(site, "Registration");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => lou.PostAsync(path + "reponses", ("q0", "0"))));
        (await site.DoAsync(db => db.QuizResults.SingleAsync())).Times.ShouldBe(8);
    }

    [Fact]
    public async Task A_paper_that_cannot_be_read_is_refused_line_by_line()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync("/redaction/quiz", ("titre", "Un quiz"), ("questions", "? Une\n- a\n- b\nquoi\n"), ("acces", "None"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text(".error-summary").ShouldSatisfyAllConditions(said => said.ShouldContain("Ligne 1"), said => said.ShouldContain("Ligne 4"));
        answer.Text("textarea[name=questions]").ShouldContain("quoi");
    }

    private static async Task<string> AddAsync(Site site, string access)
    {
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var made = await ines.PostAsync("/redaction/quiz", ("titre", "Le budget"), ("questions", Paper), ("acces", access), ("visible", "true"));
        made.Status.ShouldBe(HttpStatusCode.Found, made.Body);
        await site.FollowChangesAsync();
        return "/quiz/le-budget/";
    }
}
