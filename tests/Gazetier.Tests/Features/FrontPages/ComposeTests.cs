using System.Net;
using Gazetier.Features.FrontPages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.FrontPages;

public class ComposeTests
{
    [Fact]
    public async Task A_draft_is_composed_by_buttons_and_put_online()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("Le syndicat coupe deux forages");

        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        var form = await FormAsync(ines, draft);
        form = await SendAsync(ines, draft, form, ("vers", "ouverture"), ("action", $"ajouter:{Newsroom.Free}"));
        form.Texts(".outline dd")[0].ShouldBe("L’eau devient plus chère");
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("Le syndicat coupe deux forages");

        (await ines.PostAsync(draft, [.. Fields(form), ("action", "publier")])).Location.ShouldBe("/redaction/une?fait=publie");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("L’eau devient plus chère");
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "frontpage.published"))).ShouldBe(1);

        // What was online before can be taken up again.
        (await ines.GetAsync("/redaction/une")).Text("#precedentes + .entries").ShouldContain("Une automatique");
    }

    [Fact]
    public async Task Tomorrows_front_page_begins_by_itself_at_its_minute()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        await visitor.GetAsync("/");
        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        var form = await SendAsync(ines, draft, await FormAsync(ines, draft), ("vers", "ouverture"), ("action", $"ajouter:{Newsroom.Free}"));
        // Five minutes from now, in Paris.
        (await ines.PostAsync(draft, [.. Fields(form, "debut"), ("debut", "2026-11-23T05:35"), ("action", "programmer")])).Location!.ShouldContain("fait=programme");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("Le syndicat coupe deux forages");
        (await ines.GetAsync($"/redaction/une/apercu/{draft.Split('/')[^1]}")).Text(".teaser.lead h2").ShouldBe("L’eau devient plus chère");

        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("L’eau devient plus chère");
        (await ines.PostAsync(draft, [.. Fields(form), ("action", "")])).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Of_two_who_save_the_second_is_told_and_nothing_is_lost()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        var mine = await FormAsync(ines, draft);
        await SendAsync(ines, draft, mine, ("nom", "Celle de l’autre"));

        var refused = await ines.PostAsync(draft, [.. Fields(mine, "nom", "vers"), ("nom", "La mienne"), ("vers", "second"), ("action", $"ajouter:{Newsroom.Free}")]);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text(".error-summary").ShouldContain("Inès");
        refused.Document.QuerySelector("#nom")!.GetAttribute("value").ShouldBe("La mienne");
        refused.Text("[data-place=second]").ShouldContain("L’eau devient plus chère");
        (await site.DoAsync(db => db.Arrangements.SingleAsync(a => a.BeginsAt == null && a.Id != Newsroom.TomorrowsFrontPage))).Name.ShouldBe("Celle de l’autre");

        // Once they know, they may overwrite it, or keep theirs beside.
        (await ines.PostAsync(draft, [.. Fields(refused), ("action", "copier")])).Location!.ShouldContain("fait=copie");
        (await ines.PostAsync(draft, [.. Fields(refused), ("action", "")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Arrangements.Where(a => a.BeginsAt == null && a.Id != Newsroom.TomorrowsFrontPage).Select(a => a.Name).ToListAsync())).ShouldBe(["La mienne", "La mienne"]);
    }

    [Fact]
    public async Task Blocks_are_added_named_moved_hidden_and_filled()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        var form = await SendAsync(ines, draft, await FormAsync(ines, draft), ("bloc", "Chosen"), ("action", "bloc-ajouter"));
        var block = form.Document.QuerySelector("[name='Blocks[0].Id']")!.GetAttribute("value")!;
        form = await SendAsync(ines, draft, form, ("Blocks[0].Title", "Spécial eau"), ("Blocks[1].Hidden", "true"), ("vers", block), ("action", $"ajouter:{Newsroom.Free}"));
        form = await SendAsync(ines, draft, form, ("action", "bloc-descendre:0"));
        await ines.PostAsync(draft, [.. Fields(form), ("action", "publier")]);
        await site.FollowChangesAsync();

        var page = await visitor.GetAsync("/");
        page.Texts(".rubric h2")[0].ShouldBe("Spécial eau");
        page.Text(".front-page section:has(.rubric) .teaser h3").ShouldBe("L’eau devient plus chère");
        (await site.DoAsync(db => db.FrontPageBlocks.OrderBy(b => b.Position).Select(b => b.Kind).ToListAsync()))
            .ShouldBe([BlockKind.Headlines, BlockKind.Chosen, BlockKind.River, BlockKind.Opinions, BlockKind.Sections]);
    }

    [Theory]
    [InlineData("nom", "", "nom")]
    [InlineData("debut", "demain", "debut")]
    [InlineData("Blocks[0].Seats", "99", "Blocks[0]-Seats")]
    [InlineData("version", "abc", "version")]
    public async Task What_is_wrong_is_said_and_kept_in_the_form(string field, string value, string error)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        var answer = await ines.PostAsync(draft, [.. Fields(await FormAsync(ines, draft), field), (field, value), ("action", "programmer")]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has($".error-summary a[href='#{error}']").ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_is_deleted_and_what_readers_see_is_not()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var draft = (await ines.PostAsync("/redaction/une")).Location!;
        (await ines.PostAsync(draft, ("action", "supprimer"))).Location.ShouldBe("/redaction/une?fait=supprime");
        (await ines.GetAsync(draft)).Status.ShouldBe(HttpStatusCode.NotFound);
        await ines.PostAsync($"/redaction/une/{Arrangement.First}", ("action", "supprimer"));
        (await site.DoAsync(db => db.Arrangements.CountAsync())).ShouldBe(2);
    }

    private static async Task<Answer> FormAsync(Browser browser, string draft)
    {
        var page = await browser.GetAsync(draft);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private static async Task<Answer> SendAsync(Browser browser, string draft, Answer form, params (string Name, string Value)[] changed)
    {
        var answer = await browser.PostAsync(draft, [.. Fields(form, [.. changed.Select(c => c.Name)]), .. changed]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Body);
        return await FormAsync(browser, answer.Location!.Split('#')[0]);
    }

    /// <summary>All that the form would send, but for what is changed.</summary>
    private static List<(string Name, string Value)> Fields(Answer page, params string[] but) =>
    [
        .. page.Document.QuerySelectorAll("form.compose :is(input, select)[name]")
            .Where(field => !but.Contains(field.GetAttribute("name")!) && (field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked")))
            .Select(field => (field.GetAttribute("name")!, (field as AngleSharp.Html.Dom.IHtmlSelectElement)?.Value ?? field.GetAttribute("value") ?? "")),
    ];
}
