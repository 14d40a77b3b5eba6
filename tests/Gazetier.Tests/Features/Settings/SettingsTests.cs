using System.Net;
using Gazetier.Tests.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Settings;

public class SettingsTests
{
    private const string Page = "/redaction/reglages";

    private static readonly (string Name, string Value)[] Right =
    [
        ("nom", "Le Nouveau Courrier"), ("devise", "Chaque matin"), ("editeur", "SARL Courrier\n1, rue Haute"), ("email", "ecrire@courrier.example"), ("avis", "Imprimé en France."),
        ("fuseau", "Indian/Reunion"), ("part", "25"), ("couleur", "#06C"),
    ];

    [Fact]
    public async Task What_is_set_stands_on_every_page_at_once()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Text("h1").ShouldBe("Le Courrier");
        (await ines.PostAsync(Page, Right)).Location.ShouldBe(Page + "?fait=enregistre");
        await site.FollowChangesAsync();

        var home = await visitor.GetAsync("/");
        home.Text("h1").ShouldBe("Le Nouveau Courrier");
        home.Text(".legal").ShouldContain("Imprimé en France.");
        home.Has("link[rel=stylesheet][href='/accent/0066cc.css']").ShouldBeTrue();
        (await visitor.GetAsync("/mentions-legales")).Text(".facts").ShouldContain("1, rue Haute");
        var imprint = await site.DoAsync(db => db.Imprint.SingleAsync());
        (imprint.TimeZone, imprint.OpenShare).ShouldBe(("Indian/Reunion", .25));
        (await ines.GetAsync(Page)).Text("fieldset").ShouldContain("pour 1");
    }

    [Theory]
    [InlineData("nom", " ")]
    [InlineData("email", "personne")]
    [InlineData("fuseau", "Europe/Valmorel")]
    [InlineData("part", "100")]
    [InlineData("part", "beaucoup")]
    [InlineData("couleur", "rouge")]
    [InlineData("couleur", "#fff;}")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_kept(string field, string value)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync(Page, [.. Right.Where(r => r.Name != field), (field, value)]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has($".error-summary a[href='#{field}']").ShouldBeTrue();
        (await site.DoAsync(db => db.Imprint.SingleAsync())).Name.ShouldBe("Le Courrier");
    }

    [Fact]
    public async Task The_colour_stands_in_the_address_of_its_style()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var style = await visitor.GetAsync("/accent/0066cc.css");
        style.Body.ShouldBe(":root{--accent:#0066cc}");
        style.Headers["Cache-Control"].ShouldContain("immutable");
        foreach (var wrong in new[] { "/accent/0066CC.css", "/accent/06c.css", "/accent/red.css", "/accent/0066cc", "/emblemes/zz.png", "/emblemes/00000000000000000000000000000000.png" })
        {
            (await visitor.GetAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_logo_takes_the_place_of_the_name_and_says_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await SendAsync(ines, "Logo", Made.Drawing("<rect width='100' height='40' fill='navy'/>"))).Location.ShouldBe(Page + "/logo?fait=enregistre");
        (await SendAsync(ines, "Icon", Made.Translucent(400, 400))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        var home = await visitor.GetAsync("/");
        var logo = home.Document.QuerySelector("h1 img.logo")!;
        logo.GetAttribute("alt").ShouldBe("Le Courrier");
        (await visitor.GetAsync(logo.GetAttribute("src")!)).Headers["Content-Type"].ShouldBe("image/png");
        home.Has("link[rel=icon][href^='/emblemes/']").ShouldBeTrue();

        await ines.PostAsync(Page + "/logo", ("quoi", "Logo"), ("retirer", "true"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text("h1").ShouldBe("Le Courrier");
    }

    [Fact]
    public async Task A_drawing_that_runs_and_a_file_that_is_no_picture_are_refused()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await SendAsync(ines, "Logo", Made.Drawing("<script>alert(1)</script>"))).Text(".error-summary").ShouldContain("script");
        (await SendAsync(ines, "Logo", "<html>"u8.ToArray())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync(Page + "/logo", ("quoi", "Logo"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.Emblems.CountAsync())).ShouldBe(0);
    }

    private static async Task<Answer> SendAsync(Browser browser, string use, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(use), "quoi" }, { new ByteArrayContent(file), "fichier", "logo.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/logo") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }
}
