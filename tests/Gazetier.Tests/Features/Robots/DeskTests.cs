using System.Net;
using Gazetier.Data;
using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public class DeskTests
{
    private const string Desk = "/redaction/robots";

    private static readonly (string Name, string Value)[] Right =
    [
        ("regle[_-Search]", "Allowed"), ("regle[_-LinkPreview]", "Preview"), ("regle[_-Training]", "Licensed"), ("regle[_-Answers]", "Refused"), ("regle[_-Archive]", "Allowed"),
        ("regle[juridique-Search]", ""), ("regle[juridique-Training]", "Refused"), ("regle[nulle-part-Training]", "Refused"),
        ("conditions", "Par an.\r\nEt d’avance."), ("version", "0"),
    ];

    [Fact]
    public async Task What_is_decided_is_kept_said_and_recorded()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/robots.txt")).Body.ShouldNotContain("PerplexityBot");
        var page = await ines.GetAsync(Desk);
        page.Document.QuerySelector("select[id='_-Training'] option[selected]")!.GetAttribute("value").ShouldBe("Refused");
        page.Text("pre").ShouldContain("User-agent: GPTBot");
        page.Text("main").ShouldContain("Personne n’a encore changé ces règles.");

        (await ines.PostAsync(Desk, Right)).Location.ShouldBe(Desk + "?fait=enregistre");
        await site.FollowChangesAsync();

        var setting = await site.DoAsync(db => db.RobotSettings.SingleAsync());
        setting.Line.ShouldBe(new RobotLine(RobotChoice.Allowed, RobotChoice.Preview, RobotChoice.Licensed, RobotChoice.Refused, RobotChoice.Allowed));
        (setting.Terms, setting.Version).ShouldBe(("Par an.\nEt d’avance.", 1));
        var exception = await site.DoAsync(db => db.RobotExceptions.SingleAsync());
        (exception.SectionId, exception.Class, exception.Choice).ShouldBe((Newsroom.Law.Id, RobotClass.Training, RobotChoice.Refused));
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == SavePolicy.Changed));
        act.Detail.ShouldContain("Entraînement de modèles : Refusé → Sous licence");
        act.Detail.ShouldContain("Juridique, Entraînement de modèles : – → Refusé");
        (await visitor.GetAsync("/robots.txt")).Body.ShouldContain("PerplexityBot");
        (await visitor.AskAsync("/", "PerplexityBot")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.AskAsync("/", "GPTBot")).Status.ShouldBe(HttpStatusCode.PaymentRequired);

        var again = await ines.GetAsync(Desk + "?fait=enregistre");
        again.Text("[role=status]").ShouldContain("C’est enregistré");
        again.Text(".plain-list").ShouldContain("Inès");
        again.Document.QuerySelector("select[id='juridique-Training'] option[selected]")!.GetAttribute("value").ShouldBe("Refused");
        (await ines.GetAsync("/redaction/journal")).Body.ShouldContain("Règles des robots changées");

        var licence = await visitor.GetAsync("/licence");
        licence.Text(".facts").ShouldContain("Sous licence");
        licence.Text(".prose").ShouldContain("Et d’avance.");
        licence.Text(".prose").ShouldContain("Juridique — Entraînement de modèles : Refusé");
        licence.Has("a[href='mailto:contact@courrier.example']").ShouldBeTrue();
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.PostAsync(Desk, [.. Right, ("action", "apercu")]);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("pre").ShouldContain("User-agent: PerplexityBot");
        page.Document.QuerySelector("select[id='juridique-Training'] option[selected]")!.GetAttribute("value").ShouldBe("Refused");
        (await site.DoAsync(db => db.RobotSettings.AnyAsync())).ShouldBeFalse();
        (await site.DoAsync(db => db.RobotExceptions.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData("regle[_-Training]", "Nimporte")]
    [InlineData("regle[_-Training]", "")]
    [InlineData("regle[_-Training]", "2")]
    [InlineData("regle[juridique-Training]", "refused")]
    [InlineData("version", "abc")]
    [InlineData("conditions", null)]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string field, string? value)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync(Desk, [.. Right.Where(one => one.Name != field), (field, value ?? new string('x', 2001))]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has(".error-summary, [role=alert]").ShouldBeTrue();
        answer.Document.Title!.ShouldStartWith("Erreur");
        (await site.DoAsync(db => db.RobotSettings.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_overtaken_is_told_so()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(Desk, Right)).Location.ShouldNotBeNull();
        // The same page, opened before.
        var late = await ines.PostAsync(Desk, [.. Right.Where(one => one.Name != "regle[_-Training]"), ("regle[_-Training]", "Allowed")]);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text("main").ShouldContain("Quelqu’un a changé ces règles entre-temps");
        (await ines.PostAsync(Desk, [.. Right.Where(one => one.Name != "version"), ("version", "1")])).Location.ShouldNotBeNull();
        (await site.DoAsync(db => db.RobotSettings.SingleAsync())).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_save_at_once_leave_one_decision()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var odile = await other.SignInAsync(Newsroom.Ines);
        for (var round = 0; round < 4; round++)
        {
            (string, string)[] form = [.. Right.Where(one => one.Name != "version"), ("version", $"{round}")];
            var answers = await Task.WhenAll(new[] { ines, odile }.Select(browser => browser.PostAsync(Desk, form)));
            answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        }

        (await site.DoAsync(db => db.RobotSettings.SingleAsync())).Version.ShouldBe(4);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == SavePolicy.Changed))).ShouldBe(4);
    }

    [Fact]
    public async Task A_section_is_added_to_the_matrix_and_goes_with_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Desk)).Has("select[name='regle[france-Search]']").ShouldBeFalse();
        var page = await ines.GetAsync(Desk + "?rubrique=france");
        page.Has("select[name='regle[france-Search]']").ShouldBeTrue();
        page.Has("#rubrique option[value=france]").ShouldBeFalse();
        await site.DecideAsync(default, (Newsroom.Law, RobotClass.Search, RobotChoice.Refused));
        await site.DoAsync(db => db.Sections.Where(s => s.Id == Newsroom.Law.Id).ExecuteDeleteAsync());
        (await site.DoAsync(db => db.RobotExceptions.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_who_governs_comes_here()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync(Desk)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await paul.GetAsync(Desk + "/visites?forme=csv")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await paul.PostAsync(Desk, Right)).Status.ShouldNotBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.RobotSettings.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_log_says_who_came_and_leaves_as_a_file()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Desk + "/visites")).Text("main").ShouldContain("Aucun robot de la liste n’est venu");
        var tally = site.Services.GetRequiredService<RobotTally>();
        tally.Add(new("GPTBot", RobotClass.Training, RobotVerdict.Verified, RobotAnswer.Refused));
        tally.Add(new("GPTBot", RobotClass.Training, RobotVerdict.Impostor, RobotAnswer.Refused));
        tally.Add(new("Googlebot", RobotClass.Search, RobotVerdict.Unknown, RobotAnswer.Given));
        await site.VisitsAsync();

        var page = await ines.GetAsync(Desk + "/visites");
        page.Texts("table.lines")[0].ShouldContain("GPTBot OpenAI Entraînement de modèles 1 0 1 0 0 0 2 2");
        page.Texts("table.lines")[2].ShouldContain("1 0 2");
        (await ines.GetAsync(Desk + "/visites?famille=Search&jours=7")).Text("table.lines").ShouldNotContain("GPTBot");
        var file = await ines.GetAsync(Desk + "/visites?forme=csv&famille=Training&jours=90");
        file.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        file.Body.ShouldContain("2026-11-23;GPTBot;OpenAI;Entraînement de modèles;Imposteur;403, refusé;;1");
        file.Body.ShouldNotContain("Googlebot");
        site.Clock.Advance(TimeSpan.FromDays(8));
        using var later = await site.SignInAsync(Newsroom.Ines);
        (await later.GetAsync(Desk + "/visites?jours=7&famille=x")).Text("main").ShouldContain("Aucun robot");
    }

    [Fact]
    public async Task The_log_says_what_was_asked_of_a_section_after_the_rules_were_read()
    {
        await using var site = await Site.OpenAsync();
        var tally = site.Services.GetRequiredService<RobotTally>();
        var asked = new VisitKey("GPTBot", RobotClass.Training, RobotVerdict.Verified, RobotAnswer.Refused, "juridique");
        Add(asked, 3);
        // Who borrows the name does not read for its owner.
        Add(asked with { Verdict = RobotVerdict.Impostor, Answer = RobotAnswer.Rules, Section = "" }, 1);
        await site.VisitsAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        Add(asked with { Answer = RobotAnswer.Rules, Section = "" }, 2);
        Add(asked, 4);
        await site.VisitsAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        Add(asked, 5);
        Add(asked with { Answer = RobotAnswer.Licence, Section = "" }, 1);
        Add(asked with { Verdict = RobotVerdict.Impostor }, 7);
        await site.VisitsAsync();

        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync(Desk + "/visites");
        page.Texts("table.lines")[0].ShouldContain("3 dès le 24 novembre 2026 0 1 19");
        page.Texts("table.lines")[1].ShouldContain("GPTBot OpenAI Juridique 0 0 12 12 5");
        page.Texts("table.lines")[1].ShouldContain("GPTBot OpenAI Hors rubrique 0 1 0 1 1");
        (await ines.GetAsync(Desk + "/visites?forme=csv")).Body.ShouldContain("2026-11-25;GPTBot;OpenAI;Entraînement de modèles;Vérifié;403, refusé;Juridique;5");
        (await ines.GetAsync(Desk + "/visites?forme=csv")).Body.ShouldContain("2026-11-24;GPTBot;OpenAI;Entraînement de modèles;Vérifié;Règles lues;;2");

        void Add(VisitKey key, int number)
        {
            for (; number > 0; number--)
            {
                tally.Add(key);
            }
        }
    }

    [Fact]
    public async Task The_desk_says_how_each_robot_is_verified_and_which_file_is_old()
    {
        await using var site = await Site.OpenAsync();
        var folder = Directory.CreateDirectory(Path.Combine(site.Services.GetRequiredService<NewspaperOptions>().Data, KnownRobots.FolderName)).FullName;
        await WriteAsync("gptbot.json", "185.24.184.0/24\n185.24.186.0/24", 91);
        await WriteAsync("claudebot.json", "185.24.188.0/24", 3);
        site.Services.GetRequiredService<KnownRobots>().Renew();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync(Desk);
        page.Text(".notice.warn").ShouldContain("gptbot.json");
        page.Text(".notice.warn").ShouldNotContain("claudebot.json");
        var rows = page.Texts("table.lines tbody tr");
        rows.ShouldContain("GPTBot OpenAI — gptbot.json, 24 août 2026, 2 réseaux à reprendre");
        rows.ShouldContain("ClaudeBot Anthropic — claudebot.json, 20 novembre 2026, 1 réseau");
        rows.ShouldContain("Googlebot Google googlebot.com, google.com googlebot.json : absent");
        rows.ShouldContain("Discordbot Discord — —");

        async Task WriteAsync(string name, string text, int days)
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(path, site.Now.AddDays(-days));
        }
    }
}
