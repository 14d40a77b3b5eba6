using System.Net;
using System.Text;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Library;

public class DescribePictureTests
{
    [Fact]
    public async Task A_new_credit_stands_on_every_page_and_in_every_file()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        using var visitor = site.Visitor();
        var page = "/1/l-eau-devient-plus-chere/";
        (await visitor.GetAsync(page)).Texts(".credit").ShouldAllBe(credit => credit == "Zoë Morel");
        var rendition = Rendition.PathOf(picture.Key, 320, "jpg");
        await visitor.GetAsync(rendition);

        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("credit", "Agence du Nord"), ("droits", "Un an.")))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        var credits = (await visitor.GetAsync(page)).Texts(".credit");
        credits.ShouldBe(["Agence du Nord", "Agence du Nord"], "of the lead picture and of the figure");
        await visitor.GetAsync(rendition);
        using var file = Image.NewFromFile(site.Services.GetRequiredService<PictureFiles>().PathOf(new Rendition(picture.Key, 320, "jpg")));
        Encoding.UTF8.GetString((byte[])file.Get("xmp-data")).ShouldContain("Agence du Nord. Un an.");
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "picture.described"));
        act.Detail.ShouldContain("was: Zoë Morel");
    }

    [Fact]
    public async Task From_the_moment_its_rights_end_readers_see_a_picture_nowhere()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        await site.ShowAsync(Newsroom.Locked, picture, asLead: true);
        await site.DoAsync(async db =>
        {
            (await db.Authors.FindAsync(Newsroom.Guest.Id))!.PortraitId = picture.Id;
            (await db.Authors.FindAsync(Newsroom.Guest.Id))!.Biography = "Maire.";
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);
        // Through the 23rd: at midnight in Paris it is gone.
        (await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("fin", "2026-11-23")))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Pictures.Where(p => p.Id == picture.Id).Select(p => p.RightsEndAt).SingleAsync())).ShouldBe(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc));
        await site.FollowChangesAsync();

        string[] pages = ["/", "/1/l-eau-devient-plus-chere/", "/rubriques/actualite/", "/themes/eau/", "/feed/", "/feed.json", "/auteurs/yann-morel/"];
        using var visitor = site.Visitor();
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 0, TimeSpan.Zero));
        foreach (var page in pages)
        {
            (await visitor.GetAsync(page)).Body.ShouldContain(picture.Key, customMessage: page);
        }

        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));
        foreach (var page in pages)
        {
            (await visitor.GetAsync(page)).Body.ShouldNotContain(picture.Key, customMessage: page);
        }

        var article = await visitor.GetAsync(pages[1]);
        article.Has("figure").ShouldBeFalse("a figure without its picture is no figure");
        article.Body.ShouldNotContain("Légende.");
        // After a day away the staff prove themselves again.
        using var later = await site.SignInAsync(Newsroom.Ines);
        (await later.GetAsync("/redaction/images?vue=droits")).Texts(".gallery .status").ShouldBe(["Droits expirés"]);
        (await later.GetAsync("/redaction/images/choix?q=lavoir")).Body.ShouldBe("[]");
        (await later.GetAsync("/redaction/articles/1/parution")).Text("li.missing:has(input[value=rights])").ShouldContain("Zoë Morel");
    }

    [Fact]
    public async Task From_the_moment_its_rights_end_its_renditions_are_the_newsrooms_alone()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        var rendition = Rendition.PathOf(picture.Key, 320, "jpg");
        using var visitor = site.Visitor();
        var tag = (await visitor.GetAsync(rendition)).Headers["ETag"];
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("fin", "2026-11-23")));
        await site.FollowChangesAsync();

        // 5:30 in Paris: 18 hours and a half are left of the day, and no cache keeps it longer.
        (await visitor.GetAsync(rendition)).Headers["Cache-Control"].ShouldBe("public, max-age=66600");
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero));
        (await visitor.GetAsync(rendition)).Status.ShouldBe(HttpStatusCode.OK);

        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));
        (await visitor.GetAsync(rendition)).Status.ShouldBe(HttpStatusCode.NotFound);
        var again = new HttpRequestMessage(HttpMethod.Get, rendition);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        (await visitor.SendAsync(again)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(Rendition.PathOf(picture.Key, 640, "webp"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(rendition)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var later = await site.SignInAsync(Newsroom.Ines);
        var seen = await later.GetAsync(rendition);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Headers["Cache-Control"].ShouldBe("no-store, private");

        // New rights, and it is there again.
        await later.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("fin", "")));
        await site.FollowChangesAsync();
        (await visitor.GetAsync(rendition)).Headers["Cache-Control"].ShouldContain("immutable");
    }

    [Fact]
    public async Task A_machine_made_picture_says_so_wherever_it_is_seen_and_in_its_file()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        using var visitor = site.Visitor();
        const string page = "/1/l-eau-devient-plus-chere/";
        (await visitor.GetAsync(page)).Has(".machine-made").ShouldBeFalse();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("machine", "true")));
        await site.FollowChangesAsync();
        var article = await visitor.GetAsync(page);
        article.Texts("figcaption .machine-made").ShouldBe(["Image générée par une machine", "Image générée par une machine"]);
        article.Body.ShouldContain("\"digitalSourceType\":\"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"");
        (await visitor.GetAsync("/feed/")).Body.ShouldContain("Image générée par une machine");
        (await visitor.GetAsync("/themes/eau/")).Has(".teaser .machine-made").ShouldBeTrue();
        await visitor.GetAsync(Rendition.PathOf(picture.Key, 320, "webp"));
        using var file = Image.NewFromFile(site.Services.GetRequiredService<PictureFiles>().PathOf(new Rendition(picture.Key, 320, "webp")));
        Encoding.UTF8.GetString((byte[])file.Get("xmp-data")).ShouldContain("trainedAlgorithmicMedia");
    }

    [Fact]
    public async Task What_must_stay_in_sight_stays_in_sight_where_it_is_cropped()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        await site.ShowAsync(Newsroom.Free, picture, asLead: true);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("x", "18"), ("y", "100")))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        var card = (await visitor.GetAsync("/themes/eau/")).Document.QuerySelectorAll($".teaser img[src*='{picture.Key}']");
        card.ShouldAllBe(image => image.GetAttribute("class") == "focus-x-20 focus-y-100");
        card.Length.ShouldBePositive();
        (await ines.GetAsync($"/redaction/images/{picture.Id}")).Document.QuerySelectorAll(".crops img.focus-x-20").Length.ShouldBe(4);
        new Focus(50, 50).Classes.ShouldBe("");
        new Focus(45, -3).Classes.ShouldBe("focus-y-0");
    }

    [Fact]
    public async Task A_wrong_form_says_what_is_wrong_and_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        var picture = await site.KeepAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync($"/redaction/images/{picture.Id}", ("credit", " "), ("alt", ""), ("x", "101"), ("y", "nord"), ("fin", "demain"), ("droits", new string('x', 2000)));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Document.QuerySelectorAll(".error-summary li").Length.ShouldBe(6);
        answer.Document.QuerySelectorAll(".error-summary a").ShouldAllBe(link => answer.Document.QuerySelector(link.GetAttribute("href")!) != null);
        (await site.DoAsync(db => db.Pictures.SingleAsync(p => p.Id == picture.Id))).Credit.ShouldBe("Zoë Morel");
        (await ines.PostAsync($"/redaction/images/{Guid.CreateVersion7()}", picture.Fields())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.PostAsync($"/redaction/images/{picture.Id}", picture.Fields(("alt", ""), ("decorative", "true")))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ines.GetAsync($"/redaction/images/{picture.Id}")).Text("h1").ShouldBe("Image décorative");
    }
}
