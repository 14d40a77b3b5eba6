using System.Collections.Concurrent;
using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Licensing;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>
/// What holds at an address, as this node knows it, and what the address is for the log of visits: asked for every robot and every file, so it
/// asks the database once for each article.
/// </summary>
public sealed class FindLine(KnownPolicy policy, IServiceScopeFactory scopes) : IFollowChanges
{
    private const int AtMost = 100_000;
    private readonly ConcurrentDictionary<long, Guid> _sections = new();
    private long _changes;

    /// <summary>Given to every robot: what says the rules, where they are negotiated, and that the newspaper lives.</summary>
    private static readonly string[] Open =
    [
        "/robots.txt", "/.well-known/", SayLicence.Page, SayLicence.Rsl, "/sitemap", "/mentions-legales", "/contact", "/health/",
    ];

    /// <summary>Of those, what says what robots may do: who was given one has read the rules.</summary>
    private static readonly string[] Rules = ["/robots.txt", "/.well-known/tdmrep.json", SayLicence.Page, SayLicence.Rsl, "/mentions-legales"];

    public static bool SaysTheRules(string path) => Array.IndexOf(Rules, path) >= 0;

    /// <summary>A page, a feed or a PDF of the newspaper; not the style, the pictures and the files beside it, whose names have an ending.</summary>
    public static bool IsPage(string path) => !path.AsSpan(path.LastIndexOf('/') + 1).Contains('.');

    public static bool IsAlwaysOpen(string path) => Array.Exists(Open, open =>
        open[^1] == '/' || open == "/sitemap" ? path.StartsWith(open, StringComparison.OrdinalIgnoreCase) : path.Equals(open, StringComparison.OrdinalIgnoreCase));

    /// <returns>With the slug of the section; empty: none.</returns>
    public async ValueTask<(RobotLine Line, string Section)> AtAsync(string path, CancellationToken cancel)
    {
        var known = await policy.GetAsync(cancel);
        var place = RobotPlace.At(path);
        return place.Article is { } article && await SectionOfAsync(article, cancel) is { } section
            ? (known.Of(section), known.SlugOf(section))
            : (known.Of(place), known.KnownSlug(place.Section ?? ""));
    }

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        Interlocked.Increment(ref _changes);
        foreach (var tag in changes.SelectMany(change => change.Tags.Split(' ')))
        {
            if (tag == ChangeLog.Everything)
            {
                _sections.Clear();
            }
            else if (tag.StartsWith("article:", StringComparison.Ordinal) && long.TryParse(tag.AsSpan("article:".Length), CultureInfo.InvariantCulture, out var article))
            {
                _sections.TryRemove(article, out _);
            }
        }

        return Task.CompletedTask;
    }

    private async ValueTask<Guid?> SectionOfAsync(long article, CancellationToken cancel)
    {
        if (_sections.TryGetValue(article, out var known))
        {
            return known;
        }

        var begun = Interlocked.Read(ref _changes);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
            var found = await db.Articles.Where(a => a.Id == article).Select(a => (Guid?)a.MainSectionId).FirstOrDefaultAsync(cancel);
            // What changed meanwhile is read again; inventions are not remembered.
            if (found is { } section && begun == Interlocked.Read(ref _changes) && _sections.Count < AtMost)
            {
                _sections[article] = section;
            }

            return found;
        }
        catch (Exception error) when (DatabaseAway.IsCauseOf(error))
        {
            return null;
        }
    }
}
