using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Exams;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Exams;

/// <summary>The calendar of exams, and a path that a reader follows to its end and can erase.</summary>
public class ExamPagesTests
{
    [Theory]
    [InlineData(1, 30, 60, ExamPhase.Announced)]
    [InlineData(0, 30, 60, ExamPhase.Open)]
    [InlineData(-30, 0, 60, ExamPhase.Open)]
    [InlineData(-30, -1, 60, ExamPhase.Closed)]
    [InlineData(-60, -30, 0, ExamPhase.Closed)]
    [InlineData(-60, -30, -1, ExamPhase.Over)]
    [InlineData(null, null, 60, ExamPhase.Announced)]
    public void Where_it_stands_follows_from_its_days(int? from, int? until, int held, ExamPhase phase)
    {
        var today = new DateOnly(2026, 11, 23);
        DateOnly? Day(int? days) => days is { } some ? today.AddDays(some) : null;
        new Exam { Slug = "x", Name = "X", RegistrationFrom = Day(from), RegistrationUntil = Day(until), HeldOn = today.AddDays(held) }.PhaseOn(today).ShouldBe(phase);
    }

    [Fact]
    public async Task An_exam_is_added_shown_in_calendar_and_feed_and_removed()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        await site.DoAsync(db => db.Exams.ExecuteDeleteAsync());
        (await visitor.GetAsync("/concours/")).Text("main .notice").ShouldBe("Aucun concours n’est annoncé pour le moment.");
        (await ines.PostAsync("/redaction/concours", ("nom", "Rédacteur"), ("ouverture", "2026-12-20"), ("cloture", "2026-12-01"), ("epreuves", "x"), ("postes", "-1"), ("adresse", "javascript:x"))).Texts(".error-summary li").Count.ShouldBe(4);
        (await ines.PostAsync("/redaction/concours", ("nom", "Rédacteur"), ("organisateur", "Centre de gestion"), ("ouverture", "2026-11-01"), ("cloture", "2026-12-01"), ("epreuves", "2027-03-04"), ("postes", "42")))
            .Status.ShouldBe(HttpStatusCode.Found);
        await site.FollowChangesAsync();
        var page = await visitor.GetAsync("/concours/");
        page.Text("main .status").ShouldBe("Inscriptions ouvertes");
        page.Text("dl.facts").ShouldContain("42");
        var calendar = await visitor.GetAsync("/concours/concours.ics");
        calendar.Headers["Content-Type"].ShouldBe("text/calendar; charset=utf-8");
        calendar.Body.ShouldContain("DTSTART;VALUE=DATE:20270304");
        calendar.Body.ShouldContain("DTSTART;VALUE=DATE:20261201");
        (await visitor.GetAsync("/concours/feed/")).Body.ShouldContain("Rédacteur");
        var id = (await site.DoAsync(db => db.Exams.SingleAsync())).Id;
        (await ines.PostAsync($"/redaction/concours/{id}", ("faire", "retirer"))).Status.ShouldBe(HttpStatusCode.Found);
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/concours/")).Texts("main h3").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_is_followed_step_by_step_and_what_is_kept_can_be_erased()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync("/redaction/quiz", ("titre", "Le budget"), ("questions", "? Q\n+ a\n- b\n"), ("acces", "None"), ("visible", "true"));
        (await ines.PostAsync("/redaction/parcours", ("titre", "Préparer"), ("etapes", "999\n/quiz/rien/"), ("visible", "true"))).Text(".error-summary li").ShouldSatisfyAllConditions(said => said.ShouldContain("999"), said => said.ShouldContain("/quiz/rien/"));
        var made = await ines.PostAsync("/redaction/parcours", ("titre", "Préparer"), ("etapes", "/1/l-eau-devient-plus-chere/\n/quiz/le-budget/\n2"), ("visible", "true"));
        made.Status.ShouldBe(HttpStatusCode.Found);
        const string path = "/concours/preparer/preparer/";
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).Texts("main h2 a").ShouldBe(["L’eau devient plus chère", "Le budget", "Un serveur pour quatorze communes"]);
        (await visitor.PostAsync(path, ("faire", "fait"))).Location.ShouldStartWith("/connexion");

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var step = (await site.DoAsync(db => db.PathSteps.SingleAsync(s => s.ArticleId == 1))).Id;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lou.PostAsync(path, ("etape", step.ToString()), ("faire", "fait"))));
        await lou.PostAsync("/quiz/le-budget/reponses", ("q0", "0"));
        (await lou.GetAsync(path)).Text("#progression").ShouldBe("2 étapes faites sur 3");

        // A path that is written anew keeps what its readers learnt of the steps that stay.
        (await ines.PostAsync(made.Location!.Split('?')[0], ("titre", "Préparer mieux"), ("etapes", "2\n1\n/quiz/le-budget/"), ("visible", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        (await lou.GetAsync(path)).Text("#progression").ShouldBe("2 étapes faites sur 3");
        (await lou.PostAsync(path, ("faire", "effacer"))).Location.ShouldBe(path + "?fait=efface");
        (await site.DoAsync(async db => await db.StepsDone.CountAsync() + await db.QuizResults.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task L_41_what_is_kept_is_exported_and_goes_with_the_account()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var path = new ExamPath { Slug = "p", Title = "P", AppearedAt = site.Now, Steps = [new PathStep { ArticleId = 1, Position = 1 }] };
            db.AddRange(path, new StepDone { AccountId = Newsroom.Lou, StepId = path.Steps[0].Id, At = site.Now });
            await db.SaveChangesAsync();
        });
        var lou = new Person(Newsroom.Lou, "lou@example.org");
        var tables = await site.WithAsync<IEnumerable<IHoldPersonalData>, IReadOnlyList<PersonalTable>>(all => all.OfType<ExamPersonalData>().Single().ExportAsync(lou, CancellationToken.None));
        tables.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem()[0].ShouldBe("P");
        await site.WithAsync<IEnumerable<IHoldPersonalData>, bool>(async all =>
        {
            await all.OfType<ExamPersonalData>().Single().EraseAsync(lou, CancellationToken.None);
            return true;
        });
        (await site.DoAsync(db => db.StepsDone.CountAsync())).ShouldBe(0);
    }
}
