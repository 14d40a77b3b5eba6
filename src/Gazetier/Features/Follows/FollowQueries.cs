using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

public static class FollowQueries
{
    /// <summary>What one reader follows.</summary>
    public static async Task<IReadOnlyList<Subject>> SubjectsOfAsync(this IQueryable<Follow> follows, Guid accountId, CancellationToken cancel) =>
        await follows.AsNoTracking().Where(f => f.AccountId == accountId).Select(f => new Subject(f.Kind, f.SubjectId)).ToListAsync(cancel);

    /// <summary>What one reader follows, and how.</summary>
    public static async Task<IReadOnlyList<Followed>> OfAsync(this IQueryable<Follow> follows, Guid accountId, CancellationToken cancel) =>
        await follows.AsNoTracking().Where(f => f.AccountId == accountId).OrderBy(f => f.CreatedAt)
            .Select(f => new Followed(new Subject(f.Kind, f.SubjectId), f.Rhythm, f.Label)).ToListAsync(cancel);

    /// <summary>Numbers of the articles that any of <paramref name="follows"/> brings, newest first, each once.</summary>
    /// <param name="readable">From <see cref="ReadableAsync"/>.</param>
    public static IQueryable<long> Followed(this IQueryable<Listing> listings, IReadOnlyCollection<Subject> follows, IReadOnlyCollection<long> readable, DateTime now)
    {
        List<Guid> lists = [.. follows.Select(follow => follow.Id)];
        var withheld = WithheldOf(follows);
        return listings.Published(now)
            .Where(l => lists.Contains(l.ListId) || (withheld.Contains(l.ListId) && readable.Contains(l.ArticleId)))
            .Select(l => new { l.PublishedAt, l.ArticleId }).Distinct()
            .OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId)
            .Select(l => l.ArticleId);
    }

    /// <summary>
    /// The articles in whose withheld part alone a followed phrase stands, and that the reader may read: the newest, of more nobody
    /// leafs through.
    /// </summary>
    public static async Task<IReadOnlyCollection<long>> ReadableAsync(
        this IQueryable<Listing> listings, IReadOnlyCollection<Subject> follows, Rights rights, DateTime now, CancellationToken cancel)
    {
        const int atMost = 500;
        var withheld = WithheldOf(follows);
        if (withheld.Count == 0)
        {
            return [];
        }

        var found = await listings.Published(now).Where(l => withheld.Contains(l.ListId)).NewestFirst().Take(atMost)
            .Select(l => new { l.ArticleId, l.Article.Access, l.Article.AnyOf, l.Article.OpenUntil, l.Article.FreeAt }).ToListAsync(cancel);
        return [.. found.Where(a => Decision.Of(new Asked(a.Access.At(a.OpenUntil, a.FreeAt, now), a.AnyOf, a.ArticleId), rights, now).MayReadAll).Select(a => a.ArticleId).Distinct()];
    }

    private static List<Guid> WithheldOf(IEnumerable<Subject> follows) =>
        [.. follows.Where(follow => follow.Kind == FollowKind.Keyword).Select(follow => Keyword.WithheldOf(follow.Id))];
}
