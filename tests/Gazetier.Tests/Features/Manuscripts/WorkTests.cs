using System.Net;
using System.Text.Json;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

/// <summary>Ordered, handed over, noted, sent back: the work between people.</summary>
public class WorkTests
{
    [Fact]
    public async Task An_idea_becomes_an_order_when_somebody_gets_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync("Les forages secs", ("qui", ""));
        (await StageAsync(site, id)).ShouldBe(Stage.Idea);
        await ines.PostAsync($"/redaction/articles/{id}/commande", ("qui", Newsroom.Paul.ToString()), ("echeance", "2026-11-24T18:00"), ("longueur", "800"), ("consigne", "Voir le préfet."));

        using var paul = await site.SignInAsync(Newsroom.Paul);
        var page = await paul.GetAsync($"/redaction/articles/{id}");
        page.Text(".desk-head .status").ShouldBe("Commandé");
        page.Text(".brief").ShouldContain("Voir le préfet.");
        page.Text(".brief summary").ShouldContain("24 novembre 2026 à 18 h");
        await paul.SaveAsync(id, ("Body", "<p>Le préfet répond.</p>"));
        (await StageAsync(site, id)).ShouldBe(Stage.Writing);
    }

    [Fact]
    public async Task An_idea_that_nobody_has_is_whoevers_begins_to_write_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await ines.BeginAsync("Les forages secs", ("qui", ""));
        await paul.SaveAsync(id, ("Body", "<p>Je la prends.</p>"));
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.WriterId).SingleAsync())).ShouldBe(Newsroom.Paul);
        (await StageAsync(site, id)).ShouldBe(Stage.Writing);
    }

    [Fact]
    public async Task An_idea_is_taken_by_moving_it_by_who_writes_and_by_nobody_else()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var id = await ines.BeginAsync("Les forages secs", ("qui", ""));
        (await paul.GetAsync($"/redaction/articles/{id}")).Document.QuerySelectorAll(".moves button").Select(button => button.TextContent).ShouldBe(["Passer en écriture", "Donner à relire"]);
        await dora.PostAsync($"/redaction/articles/{id}/etape", ("suite", "Writing"));
        (await StageAsync(site, id)).ShouldBe(Stage.Idea);
        (await paul.SaveAsync(id, ("suite", "Writing"))).Location.ShouldEndWith("fait=etape");
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.WriterId).SingleAsync())).ShouldBe(Newsroom.Paul);
        (await StageAsync(site, id)).ShouldBe(Stage.Writing);
    }

    [Fact]
    public async Task A_text_is_saved_and_handed_over_in_one_step_then_it_is_no_longer_the_writers()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        (await paul.SaveAsync(id, ("Body", "<p>Fini.</p>"), ("suite", "ToReadOver"))).Location.ShouldEndWith("fait=etape");
        (await StageAsync(site, id)).ShouldBe(Stage.ToReadOver);
        (await paul.SaveAsync(id, ("Body", "<p>Encore un mot.</p>"))).Status.ShouldBe(HttpStatusCode.NotFound);

        using var agathe = await site.SignInAsync(Newsroom.Agathe);
        await agathe.SaveAsync(id, ("suite", "Writing"));
        (await StageAsync(site, id)).ShouldBe(Stage.Writing);
        (await paul.SaveAsync(id, ("Body", "<p>Encore un mot.</p>"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_was_handed_over_stands_apart_from_what_is_still_to_be_written()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var written = await paul.BeginAsync("Les forages secs");
        await paul.SaveAsync(written, ("Body", "<p>Fini.</p>"), ("suite", "ToReadOver"));
        var begun = await paul.BeginAsync("La régie reprend la main");

        var page = await paul.GetAsync("/redaction");
        page.Texts("#a-ecrire tbody th").ShouldBe(["La régie reprend la main"]);
        page.Texts("#remis tbody th").ShouldBe(["Les forages secs"]);
        page.Text("#remis .status").ShouldBe("À relire");

        await paul.SaveAsync(begun, ("suite", "ToReadOver"));
        (await paul.GetAsync("/redaction")).Text("#a-ecrire").ShouldContain("Rien ne vous attend.");
    }

    [Fact]
    public async Task A_note_is_left_on_a_passage_and_resolved()
    {
        await using var site = await Site.OpenAsync();
        using var agathe = await site.SignInAsync(Newsroom.Agathe);
        (await agathe.PostAsync($"/redaction/articles/{Newsroom.Locked}/notes", ("passage", "deux forages sur trois"), ("text", "Source ?"))).Location.ShouldEndWith("#notes");

        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync($"/redaction/articles/{Newsroom.Locked}");
        page.Text("#notes blockquote").ShouldBe("deux forages sur trois");
        page.Text("#notes summary").ShouldContain("1 ouverte");
        var note = page.Document.QuerySelector("button[name=resolve]")!.GetAttribute("value")!;
        await ines.PostAsync($"/redaction/articles/{Newsroom.Locked}/notes", ("resolve", note));
        page = await ines.GetAsync($"/redaction/articles/{Newsroom.Locked}");
        page.Text("#notes .resolved").ShouldContain("réglée par Inès");
        // A note of another article is not reached by way of this one.
        (await ines.PostAsync($"/redaction/articles/{Newsroom.Free}/notes", ("resolve", note))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_on_one_article_see_each_other_and_who_left_is_forgotten()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        (await BeatAsync(ines, id)).GetProperty("others").GetArrayLength().ShouldBe(0);
        (await BeatAsync(paul, id)).GetProperty("others")[0].GetProperty("name").GetString().ShouldBe("Inès");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await BeatAsync(paul, id)).GetProperty("others").GetArrayLength().ShouldBe(0);
        (await BeatAsync(paul, id)).GetProperty("newest").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Articles_to_link_to_are_found_without_accents()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var found = JsonDocument.Parse((await paul.GetAsync("/redaction/articles/cherche?q=PLUS%20CHERE")).Body).RootElement;
        found.GetArrayLength().ShouldBe(1);
        found[0].GetProperty("path").GetString().ShouldBe("/1/l-eau-devient-plus-chere/");
        JsonDocument.Parse((await paul.GetAsync("/redaction/articles/cherche?q=brouillon")).Body).RootElement.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_list_is_filtered_by_stage_person_and_words()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var idea = await ines.BeginAsync("Une idée à creuser", ("qui", ""));
        var order = await ines.BeginAsync("Un ordre donné", ("qui", Newsroom.Paul.ToString()));
        string[] Links(Answer page) => [.. page.Document.QuerySelectorAll(".lines tbody th a").Select(a => a.GetAttribute("href")!)];
        Links(await ines.GetAsync("/redaction/articles?etape=Idea")).ShouldBe([$"/redaction/articles/{idea}"]);
        Links(await ines.GetAsync($"/redaction/articles?qui={Newsroom.Paul}")).ShouldBe([$"/redaction/articles/{order}"]);
        Links(await ines.GetAsync("/redaction/articles?q=IDEE")).ShouldBe([$"/redaction/articles/{idea}"]);
        Links(await ines.GetAsync("/redaction/articles?vue=retires")).ShouldBe(["/redaction/articles/5"]);
        Links(await ines.GetAsync("/redaction/articles?vue=parus&q=forages")).ShouldBe(["/redaction/articles/3"]);
        (await ines.GetAsync("/redaction/articles?q=introuvable")).Text(".notice").ShouldContain("Aucun article");
    }

    [Theory]
    [InlineData("/redaction/articles?q=")]
    [InlineData("/redaction/articles?vue=parus&q=")]
    [InlineData("/redaction/articles?vue=")]
    [InlineData("/redaction/articles/cherche?q=")]
    [InlineData("/redaction/images?q=")]
    [InlineData("/redaction/images/choix?q=")]
    [InlineData("/redaction/fichiers?q=")]
    [InlineData("/redaction/redirections?q=")]
    [InlineData("/redaction/themes?q=")]
    [InlineData("/redaction/journal?quoi=")]
    [InlineData("/redaction/chiffres/articles?q=")]
    public async Task What_no_printer_prints_is_not_searched_for(string address)
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        (await odile.GetAsync(address + "fo%00rages%07")).Status.ShouldBe(HttpStatusCode.OK, address);
        (await odile.GetAsync(address + "%00")).Status.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task A_long_list_has_a_second_page()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        for (var n = 1; n <= 31; n++)
        {
            await ines.BeginAsync($"Idée {n}", ("qui", ""));
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await ines.GetAsync("/redaction/articles");
        first.Texts(".lines tbody th").Count.ShouldBe(30);
        var second = await ines.GetAsync("/redaction/articles" + first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        second.Texts(".lines tbody th").ShouldHaveSingleItem().ShouldContain("Idée 1");
        second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("?page=1");
    }

    [Theory]
    [InlineData("titre", "")]
    [InlineData("rubrique", "00000000-0000-0000-0000-000000000001")]
    [InlineData("echeance", "31 février")]
    [InlineData("longueur", "-3")]
    [InlineData("qui", "00000000-0000-0000-0000-000000000001")]
    public async Task A_wrong_order_is_said_and_begins_nothing(string field, string value)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (string Name, string Value)[] right = [("titre", "Un titre"), ("rubrique", Newsroom.News.Id.ToString()), ("genre", "News")];
        var page = await ines.PostAsync("/redaction/articles/nouveau", [.. right.Where(f => f.Name != field), (field, value)]);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Has(".error-summary").ShouldBeTrue();
        (await site.DoAsync(db => db.Manuscripts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void Only_who_reads_over_calls_a_text_ready()
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var mayReadOver = role.May(StaffAct.ReadOver);
            Stage.ToReadOver.Moves(role, isMine: true).Contains(Stage.Ready).ShouldBe(mayReadOver, role.ToString());
            Stage.Writing.Moves(role, isMine: false).Any().ShouldBe(mayReadOver, role.ToString());
            Stage.Withdrawn.Moves(role, isMine: true).ShouldBeEmpty();
        }
    }

    private static async Task<JsonElement> BeatAsync(Browser staff, long id) =>
        JsonDocument.Parse((await staff.PostAsync($"/redaction/articles/{id}/presence")).Body).RootElement;

    private static Task<Stage> StageAsync(Site site, long id) => site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.Stage).SingleAsync());
}
