using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Rules;

/// <summary>Where text comes into the site: each endpoint, asked of the application.</summary>
/// <param name="Pattern">Its route.</param>
/// <param name="Fields">Names that it reads from a form or a query.</param>
internal sealed record Entrance(RoutePattern Pattern, bool Posts, IReadOnlyList<string> Fields)
{
    public bool HasParameters => Pattern.Parameters.Count > 0;

    /// <summary>An address that leads here, each parameter with what <paramref name="value"/> says, already escaped.</summary>
    public string Address(Func<RoutePatternParameterPart, string> value) =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => value(parameter),
            _ => "",
        })))) + (Pattern.RawText!.EndsWith('/') && Pattern.PathSegments.Count > 0 ? "/" : "");

    /// <summary>An address of the cast.</summary>
    public string Address() => Address(parameter => parameter.Name switch
    {
        "id" when Pattern.RawText!.Contains("redaction/une", StringComparison.Ordinal) => Newsroom.TomorrowsFrontPage.ToString(),
        "id" when Guids(Pattern.RawText!) is { } guid => guid.ToString(),
        "id" when Pattern.RawText!.Contains("redaction/annonces", StringComparison.Ordinal) => "nouvelle",
        "kind" when Pattern.RawText!.Contains("annonces", StringComparison.Ordinal) => "emploi",
        "kind" => "jurisprudence",
        "id" => "3",
        "code" => "404",
        "number" or "folio" => "1",
        "slug" => Pattern.RawText!.Split('/') is var parts && parts.Contains("{slug?}") ? "le-syndicat-coupe-deux-forages" : Slug(Pattern.RawText!),
        _ => "x",
    });

    /// <summary>Those of the cast whose pages are asked by a number of this kind; null: another's.</summary>
    public static Guid? Guids(string pattern) => pattern switch
    {
        _ when pattern.Contains("redaction/textes", StringComparison.Ordinal) => Newsroom.Decree.Id,
        _ when pattern.Contains("redaction/quiz", StringComparison.Ordinal) => Newsroom.LocalBudget.Id,
        _ when pattern.Contains("redaction/parcours", StringComparison.Ordinal) => Newsroom.Preparation.Id,
        _ when pattern.Contains("redaction/concours", StringComparison.Ordinal) => Newsroom.DraftersExam.Id,
        _ => null,
    };

    /// <summary>Addresses of the cast's text, quiz and path; null: another's.</summary>
    public static string? OfServices(string pattern) => pattern switch
    {
        _ when pattern.Contains("textes/", StringComparison.Ordinal) => Newsroom.Decree.Slug,
        _ when pattern.Contains("quiz/", StringComparison.Ordinal) => Newsroom.LocalBudget.Slug,
        _ when pattern.Contains("preparer/", StringComparison.Ordinal) => Newsroom.Preparation.Slug,
        _ => null,
    };

    private static string Slug(string pattern) => OfServices(pattern) ?? pattern switch
    {
        _ when pattern.Contains("themes", StringComparison.Ordinal) => Newsroom.Water.Slug,
        _ when pattern.Contains("dossiers", StringComparison.Ordinal) => Newsroom.SharingWater.Slug,
        _ when pattern.Contains("auteurs", StringComparison.Ordinal) => Newsroom.Claire.Slug,
        _ => Newsroom.News.Slug,
    };
}

internal static class Entrances
{
    public static async Task<IReadOnlyList<Entrance>> EntrancesAsync(this Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var all = new List<Entrance>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var model = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).ModelTypeInfo!;
                all.Add(new Entrance(endpoint.RoutePattern, Answers(model, "OnPost").Any(), [.. Fields(model)]));
            }
            else
            {
                var posts = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;
                var fields = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
                    .Where(p => p.GetCustomAttribute<FromFormAttribute>() is not null).Select(p => p.Name!) ?? [];
                all.Add(new Entrance(endpoint.RoutePattern, posts, [.. fields]));
            }
        }

        return all;
    }

    private static IEnumerable<MethodInfo> Answers(TypeInfo model, string name) =>
        model.GetMethods().Where(m => m.Name.StartsWith(name, StringComparison.Ordinal));

    private static IEnumerable<string> Fields(TypeInfo model) =>
        model.GetProperties().Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .SelectMany(p => p.GetCustomAttribute<BindPropertyAttribute>()!.Name switch
            {
                // A form of its own, whose fields have no name in front.
                "" => p.PropertyType.GetProperties().Select(field => field.GetCustomAttribute<FromFormAttribute>()?.Name ?? field.Name),
                var name => [name ?? p.Name],
            })
            .Concat(Answers(model, "On").SelectMany(m => m.GetParameters())
                .Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name!))
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
