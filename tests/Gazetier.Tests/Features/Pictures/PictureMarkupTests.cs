using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Shouldly;

namespace Gazetier.Tests.Features.Pictures;

public class PictureMarkupTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_picture_offers_three_formats_at_every_width_and_reserves_its_place()
    {
        var picture = Parse(PictureMarkup.Html(Key, 1000, 500, "Un lavoir", "50vw"));
        picture.QuerySelectorAll("source").Select(s => s.GetAttribute("type")).ShouldBe(["image/avif", "image/webp"]);
        var image = picture.QuerySelector("img")!;
        image.GetAttribute("src").ShouldBe($"/images/{Key}/960.jpg");
        image.GetAttribute("srcset").ShouldBe($"/images/{Key}/320.jpg 320w, /images/{Key}/640.jpg 640w, /images/{Key}/960.jpg 960w, /images/{Key}/1000.jpg 1000w");
        (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("sizes")).ShouldBe(("1000", "500", "50vw"));
        image.GetAttribute("loading").ShouldBe("lazy");
    }

    [Fact]
    public void The_first_picture_of_a_page_is_not_lazy()
    {
        var image = Parse(PictureMarkup.Html(Key, 200, 100, "", "100vw", priority: true)).QuerySelector("img")!;
        image.HasAttribute("loading").ShouldBeFalse();
        image.GetAttribute("fetchpriority").ShouldBe("high");
        image.GetAttribute("src").ShouldBe($"/images/{Key}/200.jpg");
    }

    [Fact]
    public void What_is_said_cannot_break_out()
    {
        const string nasty = "\"><script>alert(1)</script>’é & <b>";
        var picture = new Picture { Key = Key, Credit = nasty, AlternativeText = nasty, Width = 400, Height = 300 };
        var figure = Parse(PictureMarkup.Figure(picture, nasty));
        figure.QuerySelector("script").ShouldBeNull();
        figure.QuerySelector("img")!.GetAttribute("alt").ShouldBe(nasty);
        figure.QuerySelector("figcaption .credit")!.TextContent.ShouldBe(nasty);
        figure.QuerySelector("figcaption")!.TextContent.ShouldBe($"{nasty} {nasty}");
    }

    [Fact]
    public void A_figure_of_ours_passes_the_sanitiser_with_everything_it_says()
    {
        var picture = new Picture { Key = Key, Credit = "© Zoë <Le Courrier>", AlternativeText = "Un « lavoir »", Width = 1300, Height = 300 };
        var body = Body.Sanitise("<p>Avant.</p>" + PictureMarkup.Figure(picture, "La rue, lundi"));
        var before = Parse(PictureMarkup.Figure(picture, "La rue, lundi"));
        var after = Parse(body);
        foreach (var selector in (string[])["source[type='image/avif']", "source[type='image/webp']", "img"])
        {
            var attributes = before.QuerySelector(selector)!.Attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
            after.QuerySelector(selector)!.Attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal).ShouldBe(attributes, ignoreOrder: true);
        }

        after.QuerySelector("figcaption")!.InnerHtml.ShouldBe(before.QuerySelector("figcaption")!.InnerHtml);
        Body.Sanitise(body).ShouldBe(body);
        Body.Sanitise("<p>x <span class=\"credit\">y</span></p>").ShouldBe("<p>x y</p>");
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).Body!;
}
