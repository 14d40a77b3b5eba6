using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gazetier.Features.Shared;

/// <summary>
/// The trail of a public page (fil d’Ariane), told to machines as it stands there: what readers see and what search engines are told
/// cannot differ. <c>in-data="false"</c> where the page's head tells its own. The layout writes it.
/// </summary>
[HtmlTargetElement("nav", Attributes = "[class='breadcrumb']")]
public class BreadcrumbTagHelper(PublicAddress address) : TagHelper
{
    /// <summary>Where the layout finds it.</summary>
    public const string Trail = "Trail";

    public bool InData { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!InData || ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            return;
        }

        var shown = (await output.GetChildContentAsync()).GetContent(HtmlEncoder.Default);
        var steps = new HtmlParser().ParseDocument("<!doctype html><body>" + shown).QuerySelectorAll("li")
            .Select(step => (step.TextContent.Trim(), step.QuerySelector("a")?.GetAttribute("href") is { } path ? address.Of(path) : null)).ToList();
        if (steps.Count > 0)
        {
            ViewContext.ViewData[Trail] = StructuredData.Write(StructuredData.Trail(steps));
        }
    }
}
