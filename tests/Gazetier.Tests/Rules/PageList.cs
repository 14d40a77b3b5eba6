using System.Reflection;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Rules;

/// <summary>A Razor page of the site, found by asking the application.</summary>
/// <param name="File">"/Features/Articles/Home.cshtml".</param>
/// <param name="Address">An address that leads to it.</param>
/// <param name="Model">Its class.</param>
/// <param name="Metadata">What its endpoint declares.</param>
public sealed record PageOfSite(string File, string Address, TypeInfo Model, IReadOnlyList<object> Metadata)
{
    public bool IsPublic => Metadata.OfType<PublicPageAttribute>().Any();

    public bool Answers(string method) => Model.GetMethods().Any(m =>
        m.Name.Equals("On" + method, StringComparison.OrdinalIgnoreCase) || m.Name.Equals($"On{method}Async", StringComparison.OrdinalIgnoreCase));

    public bool LiesIn(string folder) => File.Split('/').Contains(folder, StringComparer.Ordinal);
}

/// <summary>Lists the pages of a site.</summary>
public static class PageList
{
    public static async Task<IReadOnlyList<PageOfSite>> PagesAsync(this Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var pages = new List<PageOfSite>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                pages.Add(new PageOfSite(page.RelativePath, Fill(endpoint.RoutePattern), compiled.ModelTypeInfo!, [.. compiled.EndpointMetadata!]));
            }
        }

        return pages;
    }

    /// <summary>The pattern with a value for each parameter; numbers name an article of the cast.</summary>
    private static string Fill(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => Fill(pattern, part))))
        .Where(text => text.Length > 0));

    private static string Fill(RoutePattern pattern, RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "code" } => "404",
        RoutePatternParameterPart { Name: "kind" } => "jurisprudence",
        RoutePatternParameterPart { Name: "number" or "folio" } when pattern.RawText!.Contains("magazine", StringComparison.Ordinal) => "1",
        RoutePatternParameterPart { Name: "slug" } when Entrance.OfServices(pattern.RawText!) is { } slug => slug,
        RoutePatternParameterPart { Name: "id" } when Entrance.Guids(pattern.RawText!) is { } guid => guid.ToString(),
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
        {
            "int" or "long" => "3",
            "guid" when pattern.RawText!.Contains("redaction/une", StringComparison.Ordinal) => Newsroom.TomorrowsFrontPage.ToString(),
            "guid" => Newsroom.Law.Id.ToString(),
            _ => Newsroom.Law.Slug,
        },
        _ => "",
    };
}
