using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Redirects;

/// <summary>Knows of paths whether a page of ours answers there: pages of the house, sections, themes, dossiers, authors, articles that are out, files, and the feeds of lists.</summary>
public class LivingPages(GazetierDb db, EndpointDataSource endpoints, TimeProvider clock)
{
    private const int Chunk = 500;

    /// <summary>First parts of addresses of which the database knows which ones answer; of others with a variable part (pictures, charts) it is not judged.</summary>
    private static readonly string[] Judged = ["rubriques", "themes", "dossiers", "auteurs", "fichiers"];

    /// <returns>Those of <paramref name="paths"/> that answer; a query and a mark behind a path do not matter.</returns>
    /// <param name="at">UTC; null: now.</param>
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> paths, CancellationToken cancel, DateTime? at = null)
    {
        var lists = await ListsAsync(paths, cancel);
        var articles = await ArticlesAsync(paths, at ?? clock.GetUtcNow().UtcDateTime, cancel);
        var files = await FilesAsync(paths, cancel);
        var house = endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.Parameters.Count == 0)
            .Select(e => Plain("/" + e.RoutePattern.RawText)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var families = endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.Parameters.Count > 0).Select(e => First(e.RoutePattern.RawText ?? ""))
            .Where(first => first.Length > 0 && first[0] != '{').Except(Judged).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return paths.Where(path => house.Contains(Plain(path)) || lists.Contains(List(path)) || files.Contains(Plain(path)) || families.Contains(First(path)) || (NumberOf(path) is { } number && articles.Contains(number)))
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> ListsAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var family in paths.Select(List).Distinct(StringComparer.Ordinal).GroupBy(First, SlugOf, StringComparer.Ordinal))
        {
            foreach (var slugs in family.Chunk(Chunk))
            {
                var known = family.Key switch
                {
                    "themes" => db.Themes.Where(t => slugs.Contains(t.Slug)).Select(t => t.Slug),
                    "rubriques" => db.Sections.Where(s => slugs.Contains(s.Slug)).Select(s => s.Slug),
                    "dossiers" => db.Dossiers.Where(d => slugs.Contains(d.Slug)).Select(d => d.Slug),
                    "auteurs" => db.Authors.Where(a => slugs.Contains(a.Slug)).Select(a => a.Slug),
                    _ => null,
                };
                found.UnionWith(known is null ? [] : (await known.ToListAsync(cancel)).Select(slug => $"/{family.Key}/{slug}"));
            }
        }

        return found;
    }

    private async Task<HashSet<string>> FilesAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keys in paths.Where(path => First(path) == "fichiers").Select(SlugOf).Distinct().Chunk(Chunk))
        {
            found.UnionWith((await db.Attachments.AsNoTracking().Where(a => keys.Contains(a.Key)).ToListAsync(cancel)).Select(a => a.Address));
        }

        return found;
    }

    private async Task<HashSet<long>> ArticlesAsync(IEnumerable<string> paths, DateTime at, CancellationToken cancel)
    {
        var found = new HashSet<long>();
        foreach (var numbers in paths.Select(NumberOf).OfType<long>().Distinct().Chunk(Chunk))
        {
            found.UnionWith(await db.Articles.Published(at).Where(a => numbers.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel));
        }

        return found;
    }

    private static string First(string path) => Plain(path).Split('/')[1];

    private static string SlugOf(string path) => Plain(path).Split('/').ElementAtOrDefault(2) ?? "";

    private static string Plain(string path) => "/" + path.Split('?', '#')[0].Trim('/');

    /// <summary>The list that a path, or the feed that it names, belongs to.</summary>
    private static string List(string path) => Plain(path) is var plain && plain.LastIndexOf('/') is > 0 and var at && plain[at..] is "/feed" or "/feed.atom" or "/feed.json" ? plain[..at] : plain;

    private static long? NumberOf(string path) =>
        Plain(path).Split('/') is ["", var first, ..] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
