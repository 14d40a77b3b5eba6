using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Gazetier.Features.Shared;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

public class PhotoTagHelperTests
{
    [Fact]
    public void A_photo_becomes_a_picture_and_nothing_without_one()
    {
        var card = new CardPicture("0123456789abcdef0123456789abcdef", "Un lavoir", "Zoë", 800, 600, new Focus(20, 50), IsMachineMade: false);
        Render(new PhotoTagHelper { Picture = card }).ShouldContain("alt=\"Un lavoir\"");
        Render(new PhotoTagHelper { Picture = card, Decorative = true }).ShouldContain("alt=\"\"");
        Render(new PhotoTagHelper { Picture = card, Priority = true }).ShouldContain("fetchpriority");
        Render(new PhotoTagHelper { Picture = card }).ShouldContain("class=\"focus-x-20\"");
        Render(new PhotoTagHelper()).ShouldBe("");
    }

    private static string Render(PhotoTagHelper helper)
    {
        var output = new TagHelperOutput("photo", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
