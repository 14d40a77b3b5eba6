using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gazetier.Features.Shared;

/// <summary>
/// A picture in all its widths and formats: <c>&lt;photo picture="card.Picture" sizes="(min-width: 60rem) 20rem, 100vw" /&gt;</c>.
/// Nothing where there is no picture.
/// </summary>
[HtmlTargetElement("photo", TagStructure = TagStructure.NormalOrSelfClosing)]
public class PhotoTagHelper : TagHelper
{
    public CardPicture? Picture { get; set; }

    /// <summary>Its width on the page.</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>For the one picture that the first screen waits for.</summary>
    public bool Priority { get; set; }

    /// <summary>For a picture that says nothing that the text beside it does not: screen readers pass it over.</summary>
    public bool Decorative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Picture is null)
        {
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(PictureMarkup.Html(
            Picture.Key, Picture.Width, Picture.Height, Decorative ? "" : Picture.AlternativeText, Sizes, lazy: !Priority, Priority, Picture.Focus));
    }
}
