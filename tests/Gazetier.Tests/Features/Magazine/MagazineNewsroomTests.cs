using System.Net;
using Gazetier.Features.Library;
using Gazetier.Tests.Features.Library;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Magazine;

/// <summary>How the newsroom makes an issue, and what becomes of two who do so at once.</summary>
public class MagazineNewsroomTests
{
    [Fact]
    public async Task An_issue_is_prepared_looked_at_and_published()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/magazine/nouveau")).Document.QuerySelector("[name=numero]")!.GetAttribute("value").ShouldBe("2");
        var wrong = await ines.PostAsync("/redaction/magazine/nouveau", ("numero", "1"), ("titre", " "), ("date", "demain"), ("pages", "0"), ("acces", "9"), ("couverture", Guid.CreateVersion7().ToString()));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Texts(".error-summary li").Count.ShouldBe(6);
        (await ines.PostAsync("/redaction/magazine/nouveau", MagazineSteps.Fields(2, "La neige"))).Location.ShouldBe("/redaction/magazine/2?fait=enregistre");

        var desk = "/redaction/magazine/2";
        var offered = await ines.GetAsync(MagazineSteps.Desk + "/sommaire");
        offered.Document.QuerySelector("[name=sommaire]")!.TextContent.Trim().ShouldStartWith("2 | Eau | Le syndicat coupe deux forages | 3");
        var faults = await ines.PostAsync(desk + "/sommaire", ("version", "0"), ("sommaire", "17 | | Trop loin\nzéro | x | y\n3 | Eau | | 999\n4 | Eau |\n"));
        faults.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var said = faults.Texts(".error-summary li").ShouldHaveSingleItem();
        new[] { "17 | | Trop loin", "zéro | x | y", "3 | Eau | | 999", "4 | Eau |" }.ShouldAllBe(line => said.Contains(line));
        (await ines.PostAsync(desk + "/sommaire", ("version", "0"), ("sommaire", "9 | Courrier | Lettres\n4 | Eau | | /3/x/\n2 | L’éditorial"))).Location.ShouldBe(desk + "?fait=sommaire");
        (await site.IssueAsync(2)).Entries.Select(e => (e.Folio, e.Heading, e.Title, e.ArticleId))
            .ShouldBe([(2, "", "L’éditorial", null), (4, "Eau", "Le syndicat coupe deux forages", Newsroom.Locked), (9, "Courrier", "Lettres", null)]);
        (await ines.PostAsync(desk + "/pages/2", ("version", "-1"), ("texte", "Il neige **fort**."))).Location.ShouldBe(desk + "/pages/2?fait=enregistre");
        (await ines.PostAsync(desk, [.. MagazineSteps.Fields(2, "La neige", 1).Where(f => f.Name != "pages"), ("pages", "8")])).Texts(".error-summary li").ShouldHaveSingleItem().ShouldContain("page 9");

        using var visitor = site.Visitor();
        (await visitor.GetAsync("/magazine/2/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.GetAsync("/magazine/2/page/2/")).Text(".paywall").ShouldBe("Il neige fort.");
        (await ines.PostAsync(desk + "/publication", ("faire", "publier"), ("version", "1"))).Location.ShouldBe(desk + "?fait=publie");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/magazine/2/")).Texts(".wire .figures").ShouldBe(["Page 2", "Page 4", "Page 9"]);
        (await visitor.GetAsync("/magazine/")).Text("#dernier").ShouldBe("La neige");
        await ines.PostAsync(desk, MagazineSteps.Fields(77, "La neige tombe", 2));
        (await site.IssueAsync(2)).Title.ShouldBe("La neige tombe", "the number of an issue that is out stays");
        (await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("magazine.")).Select(a => a.What).ToListAsync())).ShouldBe(
            ["magazine.created", "magazine.contents", "magazine.page", "magazine.published", "magazine.changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Articles_of_its_week_are_added_below_what_is_written()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync("/redaction/magazine/nouveau", [.. MagazineSteps.Fields(2, "La neige").Where(f => f.Name != "date"), ("date", "2026-11-23")]);
        var desk = "/redaction/magazine/2/sommaire";
        (await ines.GetAsync(desk)).Document.QuerySelectorAll("[name=articles]").Select(box => box.GetAttribute("value")).ShouldBe(["3", "2", "1"], "the latest first");
        var added = await ines.PostAsync(desk, ("sommaire", "2 | | L’éditorial"), ("articles", "1"), ("articles", "3"), ("faire", "ajouter"), ("version", "0"));
        added.Document.QuerySelector("[name=sommaire]")!.TextContent.Trim().Split('\n').Length.ShouldBe(3);
        (await site.IssueAsync(2)).Entries.ShouldBeEmpty("nothing is kept before it is saved");
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_and_overwrites_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        await ines.PostAsync(MagazineSteps.Desk, MagazineSteps.Fields(1, "D’Inès"));
        var late = await odile.PostAsync(MagazineSteps.Desk, MagazineSteps.Fields(1, "D’Odile"));
        (late.Status, late.Document.QuerySelector("[name=titre]")!.GetAttribute("value"), late.Document.QuerySelector("[name=version]")!.GetAttribute("value")).ShouldBe((HttpStatusCode.Conflict, "D’Odile", "1"));
        (await odile.PostAsync(MagazineSteps.Desk + "/sommaire", ("version", "0"), ("sommaire", "2 | x | y"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await odile.PostAsync(MagazineSteps.Desk + "/publication", ("version", "0"), ("faire", "retirer"))).Location.ShouldBe(MagazineSteps.Desk + "?fait=trop-tard");
        (await odile.PostAsync(MagazineSteps.Desk + "/pages/4", ("version", "-1"), ("texte", "x"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var issue = await site.IssueAsync();
        (issue.Title, issue.Entries.Count, issue.PublishedAt is not null).ShouldBe(("D’Inès", 3, true));
        (await odile.PostAsync(MagazineSteps.Desk, MagazineSteps.Fields(1, "D’Odile", 1))).Location.ShouldBe(MagazineSteps.Desk + "?fait=enregistre");
    }

    [Fact]
    public async Task Of_those_who_save_at_the_same_moment_one_does()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        Browser[] both = [ines, odile, ines, odile];
        await OneAsync(browser => browser.PostAsync(MagazineSteps.Desk, MagazineSteps.Fields(1, "À quatre")));
        await OneAsync(browser => browser.PostAsync("/redaction/magazine/nouveau", MagazineSteps.Fields(9, "À quatre")), HttpStatusCode.UnprocessableEntity);
        await OneAsync(browser => browser.PostAsync(MagazineSteps.Desk + "/sommaire", ("version", "1"), ("sommaire", "2 | Eau | À quatre")));
        await OneAsync(browser => browser.PostAsync(MagazineSteps.Desk + "/pages/3", ("version", "-1"), ("texte", "À quatre")));
        await OneAsync(browser => browser.PostAsync(MagazineSteps.Desk + "/pages/3", ("version", "0"), ("texte", "")), others: HttpStatusCode.Redirect);
        (await site.IssueAsync()).Entries.ShouldHaveSingleItem();
        (await site.DoAsync(db => db.PrintIssues.CountAsync())).ShouldBe(2);

        async Task OneAsync(Func<Browser, Task<Answer>> save, HttpStatusCode others = HttpStatusCode.Conflict)
        {
            var answers = await Task.WhenAll(both.Select(save));
            answers.ShouldContain(answer => answer.Status == HttpStatusCode.Redirect);
            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect || answer.Status == HttpStatusCode.Conflict || answer.Status == others);
            (others == HttpStatusCode.Redirect || answers.Count(answer => answer.Status == HttpStatusCode.Redirect) == 1).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_cover_is_in_use_and_is_left_out_when_its_rights_have_ended()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync(width: 900, height: 1200);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(MagazineSteps.Desk, [.. MagazineSteps.Fields(1, "Une couverture"), ("couverture", picture.Id.ToString())]);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/magazine/")).Document.QuerySelector(".covers img")!.GetAttribute("alt").ShouldBe("Un lavoir");
        (await site.WithAsync<PictureUses, IReadOnlyList<Use>>(uses => uses.OfAsync(picture, CancellationToken.None))).ShouldHaveSingleItem().ShouldBe(new Use(UseKind.Cover, "Une couverture", MagazineSteps.Desk));
        await site.DoAsync(db => db.Pictures.Where(p => p.Id == picture.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.RightsEndAt, site.Now.AddDays(-1))));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(MagazineSteps.Path)).Body.ShouldNotContain(picture.Key);
    }

    [Fact]
    public async Task Journalists_and_the_desk_have_no_magazine_to_run()
    {
        await using var site = await Site.OpenAsync();
        foreach (var account in new[] { Newsroom.Paul, Newsroom.Dora })
        {
            using var browser = await site.SignInAsync(account);
            (await browser.GetAsync("/redaction/magazine")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.PostAsync(MagazineSteps.Desk + "/publication", ("faire", "retirer"), ("version", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
