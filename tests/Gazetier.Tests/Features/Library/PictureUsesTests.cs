using System.Net;
using System.Text.Json;
using Gazetier.Features.Pictures;
using Gazetier.Tests.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Library;

public class PictureUsesTests
{
    [Fact]
    public async Task A_picture_names_every_place_where_it_is_used()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync($"/redaction/images/{picture.Id}")).Text(".about-picture").ShouldContain("Nulle part.");
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        await site.DoAsync(async db =>
        {
            (await db.Authors.FindAsync(Newsroom.Claire.Id))!.PortraitId = picture.Id;
            await db.SaveChangesAsync();
        });
        await ines.PostAsync($"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Brouillon"), ("MainSection", Newsroom.News.Id.ToString()), ("LeadPicture", picture.Id.ToString()));
        await ines.PostAsync(
            $"/redaction/articles/{Newsroom.Scheduled}", ("base", "0"), ("Headline", "Huit heures"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", PictureMarkup.Figure(picture, "x")));

        var page = await ines.GetAsync($"/redaction/images/{picture.Id}");
        page.Texts(".uses li").ShouldBe(
            ["L’eau devient plus chère image principale", "L’eau devient plus chère dans le texte", "Brouillon dans une copie en cours", "Huit heures dans une copie en cours", "Claire Vasseur portrait"],
            ignoreOrder: true);
        var refused = await ines.PostAsync($"/redaction/images/{picture.Id}/suppression");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Texts(".uses li").Count.ShouldBe(5);
        (await site.DoAsync(db => db.Pictures.AnyAsync(p => p.Id == picture.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_nothing_uses_is_listed_and_thrown_away_with_its_files()
    {
        await using var site = await Site.OpenAsync();
        var used = await site.KeepAsync("Zoë", "Un lavoir");
        var unused = await site.KeepAsync("Zoë", "Un moulin", 640, 400);
        await site.ShowAsync(Newsroom.Free, used);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var list = await ines.GetAsync("/redaction/images?vue=inutilisees");
        list.Document.QuerySelectorAll(".gallery img").Select(image => image.GetAttribute("alt")).ShouldBe(["Un moulin"]);
        await ines.GetAsync(Rendition.PathOf(unused.Key, 320, "jpg"));
        (await ines.GetAsync($"/redaction/images/{unused.Id}/suppression")).Has("form button.danger").ShouldBeTrue();
        (await ines.PostAsync($"/redaction/images/{unused.Id}/suppression")).Location.ShouldBe("/redaction/images?fait=supprimee");
        (await ines.GetAsync(Rendition.PathOf(unused.Key, 320, "jpg"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Services.GetRequiredService<PictureFiles>().FindOriginal(unused.Key).ShouldBeNull();
        (await ines.GetAsync($"/redaction/images/{unused.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.PostAsync($"/redaction/images/{unused.Id}/suppression")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "picture.deleted"))).Detail.ShouldContain(unused.Key);
    }

    [Fact]
    public async Task Another_file_takes_the_place_of_the_old_one_wherever_it_stands()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(
            $"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Brouillon"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", PictureMarkup.Figure(picture, "x")));
        var old = Rendition.PathOf(picture.Key, 1200, "jpg");
        (await ines.GetAsync(old)).Status.ShouldBe(HttpStatusCode.OK);

        var content = Made.Png(700, 500);
        (await ines.SendFileAsync($"/redaction/images/{picture.Id}/remplacement", "b.png", content)).Location.ShouldBe($"/redaction/images/{picture.Id}?fait=remplacee");
        var key = KeepPicture.KeyOf(content);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        var article = await visitor.GetAsync("/1/l-eau-devient-plus-chere/");
        article.Body.ShouldNotContain(picture.Key);
        var figure = article.Document.QuerySelector(".body figure img")!;
        (figure.GetAttribute("width"), figure.GetAttribute("alt"), figure.GetAttribute("src")).ShouldBe(("700", "Un lavoir", $"/images/{key}/700.jpg"));
        article.Texts(".body figcaption").ShouldBe(["Légende. Zoë Morel"]);
        (await ines.GetAsync($"/redaction/articles/{Newsroom.Draft}")).Text("#Body").ShouldContain(key);
        // Addresses that were written down elsewhere, in a mail or an old revision, lead to the new file.
        (await visitor.GetAsync(old)).Location.ShouldBe($"/images/{key}/700.jpg");
        site.Services.GetRequiredService<PictureFiles>().FindOriginal(picture.Key).ShouldBeNull();
        (await ines.SendFileAsync($"/redaction/images/{picture.Id}/remplacement", "b.png", content)).Text(".error-summary").ShouldContain("déjà dans la photothèque");
        (await ines.SendFileAsync($"/redaction/images/{picture.Id}/remplacement", "b.png", [1, 2, 3])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // And back again.
        (await ines.SendFileAsync($"/redaction/images/{picture.Id}/remplacement", "a.jpg", Made.Jpeg(1200, 800))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync(old)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pictures_are_found_by_what_is_said_of_them_without_accents_or_case()
    {
        await using var site = await Site.OpenAsync();
        await site.KeepAsync("Zoë Œuvrard", "Un lavoir sous la neige");
        await site.KeepAsync("Agence", "Un moulin à eau", 640, 400);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await FoundAsync(ines, "NEIGE lavoir")).ShouldBe(["Un lavoir sous la neige"]);
        (await FoundAsync(ines, "zoe oeuvrard")).ShouldBe(["Un lavoir sous la neige"]);
        (await FoundAsync(ines, "")).ShouldBe(["Un moulin à eau", "Un lavoir sous la neige", "Un château d’eau dans la brume"], "the newest first");
        (await FoundAsync(ines, "moulin lavoir")).ShouldBeEmpty();
        var list = await ines.GetAsync("/redaction/images?q=moulin");
        list.Document.QuerySelectorAll(".gallery li").Length.ShouldBe(1);
        (await ines.GetAsync("/redaction/images?q=rien")).Text(".notice").ShouldContain("Aucune image");
    }

    [Fact]
    public async Task A_long_shelf_has_pages()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 40).Select(n => new Picture { Key = $"{n:x32}f", Credit = "Zoë", AlternativeText = $"Vue {n}", Width = 640, Height = 400, CreatedAt = site.Now.AddMinutes(n) }));
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var first = await ines.GetAsync("/redaction/images?q=vue");
        first.Document.QuerySelectorAll(".gallery li").Length.ShouldBe(36);
        var second = await ines.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.Document.QuerySelectorAll(".gallery li").Length.ShouldBe(4);
        second.Document.QuerySelector(".gallery img")!.GetAttribute("alt").ShouldBe("Vue 4");
        second.Has("a[rel=prev]").ShouldBeTrue();
    }

    [Fact]
    public async Task A_lead_picture_is_chosen_in_the_library_and_what_was_written_is_saved_before()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var saved = await ines.PostAsync($"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Nouveau titre"), ("MainSection", Newsroom.News.Id.ToString()), ("suite", "image"));
        saved.Location.ShouldBe($"/redaction/images?pour={Newsroom.Draft}");
        var library = await ines.GetAsync(saved.Location!);
        library.Text(".notice").ShouldContain($"n° {Newsroom.Draft}");
        var choose = library.Document.QuerySelector($".gallery a.button[href*='{picture.Id}']")!.GetAttribute("href")!;
        var desk = await ines.GetAsync(choose);
        desk.Document.QuerySelector($"#LeadPicture input[value='{picture.Id}']")!.HasAttribute("checked").ShouldBeTrue();
        desk.Text("#Headline").ShouldBe("Nouveau titre");
        desk.Text("#etat").ShouldContain("enregistrez");
        (await ines.GetAsync($"/redaction/articles/{Newsroom.Draft}?image={Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<IReadOnlyList<string?>> FoundAsync(Browser browser, string words)
    {
        using var json = JsonDocument.Parse((await browser.GetAsync("/redaction/images/choix?q=" + Uri.EscapeDataString(words))).Body);
        return [.. json.RootElement.EnumerateArray().Select(one => one.GetProperty("alt").GetString())];
    }
}
