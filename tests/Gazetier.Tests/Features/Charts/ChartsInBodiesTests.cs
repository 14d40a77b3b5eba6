using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Articles;
using Gazetier.Tests.Features.Articles;
using Shouldly;

namespace Gazetier.Tests.Features.Charts;

public class ChartsInBodiesTests
{
    private const string Figure =
        "<figure class=\"chart\" data-kind=\"lines\"><figcaption>Prix de l’eau. Source : syndicat</figcaption><table><thead><tr><th>Année</th><th>Valmorel</th></tr></thead>"
        + "<tbody><tr><th>2025</th><td>2,10 €</td></tr><tr><th>2026</th><td>2,35 €</td></tr></tbody></table></figure>";

    [Fact]
    public void A_table_that_is_drawn_has_its_drawing_before_its_caption_and_its_numbers_after_it()
    {
        var body = Body.Sanitise("<p>a</p>" + Figure);
        body.ShouldBeClean();
        var figure = CleanHtml.Parse(body).QuerySelector("figure.chart")!;
        figure.Children.Select(child => child.LocalName).ShouldBe(["picture", "figcaption", "div"]);
        figure.GetAttribute("data-kind").ShouldBe("lines");
        var image = figure.QuerySelector("img")!;
        image.GetAttribute("src")!.ShouldStartWith("/graphiques/");
        image.GetAttribute("alt")!.ShouldBe("Graphique en courbes : Prix de l’eau. Source : syndicat. Minimum : 2,1\u00A0€ (2025) ; maximum : 2,35\u00A0€ (2026). Les chiffres sont dans le tableau.");
        figure.QuerySelector("source")!.GetAttribute("srcset").ShouldBe(image.GetAttribute("src")!.Replace(".svg", "-etroit.svg", StringComparison.Ordinal));
        figure.QuerySelectorAll("td").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("<figure class=chart><img src=/images/a.jpg><figcaption>T</figcaption></figure>", "figure.chart")]
    [InlineData("<figure class=chart data-kind=pie><table><tr><td>A<td>B<tr><td>x<td>douze</table></figure>", "img")]
    [InlineData("<figure class=chart><table><tr><td>A<td>B<tr><td colspan=2>12<tr><td>a<td>1</table></figure>", "img")]
    [InlineData("<figure class=chart><img src=/graphiques/00000000000000000000000000000000.svg><table><tr><td>A<td>B<tr><td>x<td>douze</table></figure>", "img")]
    [InlineData("<img src=/graphiques/00000000000000000000000000000000.svg>", "img")]
    public void What_cannot_be_drawn_has_no_drawing(string html, string absent)
    {
        var body = Body.Sanitise(html);
        body.ShouldBeClean(html);
        CleanHtml.Parse(body).QuerySelector(absent).ShouldBeNull();
    }

    [Fact]
    public void Whatever_address_is_given_the_drawing_is_named_by_its_numbers()
    {
        var body = Body.Sanitise(Figure);
        Body.Sanitise(Figure.Replace("<figcaption>", "<img src=\"/graphiques/00000000000000000000000000000000.svg\" alt=\"x\"><figcaption>", StringComparison.Ordinal)).ShouldBe(body);
        Body.Sanitise(Figure.Replace("2,35", "2,36", StringComparison.Ordinal)).ShouldNotBe(body);
        CleanHtml.Parse(Body.Sanitise(Figure.Replace("</figure>", "<p>reste</p></figure>", StringComparison.Ordinal))).QuerySelector("figure + p")!.TextContent.ShouldBe("reste");
    }

    [Fact]
    public async Task A_drawing_is_there_once_its_body_is_saved_or_shown_and_never_before()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var src = CleanHtml.Parse(Body.Sanitise(Figure)).QuerySelector("img")!.GetAttribute("src")!;
        (await visitor.GetAsync(src)).Status.ShouldBe(HttpStatusCode.NotFound);
        await ines.PostAsync($"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Eau"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", Figure));
        var drawing = await visitor.GetAsync(src);
        drawing.Status.ShouldBe(HttpStatusCode.OK);
        drawing.Headers["Content-Type"].ShouldBe("image/svg+xml");
        drawing.Headers["Cache-Control"].ShouldContain("immutable");
        drawing.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        drawing.Headers["Content-Security-Policy"].ShouldContain("sandbox");
        drawing.Headers["Content-Security-Policy"].ShouldNotContain("unsafe");
        XDocument.Parse(drawing.Body).Root!.Name.LocalName.ShouldBe("svg");
        (await visitor.GetAsync(src.Replace(".svg", "-etroit.svg", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.OK);

        // Imported, or restored without its drawings: whoever shows it draws it.
        Directory.Delete(Path.Combine(site.Folder, "charts"), recursive: true);
        await site.DoAsync(async db =>
        {
            (await db.Articles.FindAsync(Newsroom.Free))!.Body = Body.Sanitise("<p>a</p>" + Figure);
            await db.SaveChangesAsync();
        });
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Has($".body img[src='{src}']").ShouldBeTrue();
        (await visitor.GetAsync(src)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_address_of_a_withheld_drawing_is_not_told_to_who_may_not_read_it()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            (await db.Articles.FindAsync(Newsroom.Locked))!.Body = Body.Sanitise(Newsroom.LockedBody + Figure);
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldNotContain("/graphiques/");
        (await camille.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldContain("/graphiques/");
    }

    [Theory]
    [InlineData("/graphiques/a.svg")]
    [InlineData("/graphiques/..%2f..%2fa.svg")]
    [InlineData("/graphiques/00000000000000000000000000000000.svg")]
    [InlineData("/graphiques/00000000000000000000000000000000.png")]
    public async Task What_was_never_drawn_is_not_found(string path)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_editor_is_shown_a_chart_before_it_is_in_the_text_or_told_why_not()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = Json(await ines.PostAsync("/redaction/graphiques", ("kind", "columns"), ("title", "Prix <b>"), ("data", "Année;Prix\n2025;2,1\n2026;2,4")));
        var figure = CleanHtml.Parse(Body.Sanitise(answer.GetProperty("html").GetString()!));
        figure.QuerySelector("figure.chart[data-kind=columns] > picture > img").ShouldNotBeNull();
        figure.QuerySelector("figcaption")!.TextContent.ShouldBe("Prix <b>");
        XDocument.Parse(answer.GetProperty("svg").GetString()!).Root!.Name.LocalName.ShouldBe("svg");
        var fromTable = Json(await ines.PostAsync("/redaction/graphiques", ("kind", "bars"), ("data", "<table><tr><th>a<th>b<tr><td>x<td>1 000</table>")));
        fromTable.GetProperty("alt").GetString()!.ShouldContain("1\u202F000");
        var wrong = await ines.PostAsync("/redaction/graphiques", ("kind", "bars"), ("data", "a;b\nx;douze"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Json(wrong).GetProperty("errors").GetProperty("data").GetString()!.ShouldContain("douze");
        Json(await ines.PostAsync("/redaction/graphiques", ("kind", "pie"))).GetProperty("errors").TryGetProperty("kind", out _).ShouldBeTrue();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync("/redaction/graphiques", ("kind", "bars"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_checklist_says_why_a_table_is_not_drawn()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync(
            $"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Eau"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", Figure.Replace("2,35 €", "cher", StringComparison.Ordinal)));
        (await ines.GetAsync($"/redaction/articles/{Newsroom.Draft}/parution")).Text("li.missing:has(input[value=charts])").ShouldContain("« cher » n’est pas un nombre");
    }

    private static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;
}
