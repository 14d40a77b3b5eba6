using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Finds what readers' follows bring: the same rule for the preview, and for everybody's edition.</summary>
public class FollowedArticles(GazetierDb db)
{
    /// <summary>An edition holds no more: it is read before the first meeting.</summary>
    public const int AtMost = 12;

    /// <summary>What was published after <paramref name="since"/> and until <paramref name="until"/> (UTC); one query.</summary>
    public async Task<Publications> PublishedAsync(DateTime since, DateTime until, CancellationToken cancel)
    {
        var window = db.Articles.Published(until).Where(a => a.PublishedAt > since);
        var listings = await window.Join(db.Listings, a => a.Id, l => l.ArticleId, (a, l) => new { l.ArticleId, l.PublishedAt, l.ListId }).ToListAsync(cancel);
        return new Publications(listings.GroupBy(l => (l.ArticleId, l.PublishedAt))
            .Select(article => new Publication(article.Key.ArticleId, article.Key.PublishedAt, [.. article.Select(l => l.ListId)])));
    }

    /// <summary>What one reader's edition would hold, as cards in their order.</summary>
    public async Task<IReadOnlyList<ArticleCard>> EditionAsync(
        IReadOnlyCollection<Subject> follows,
        DateTime since,
        DateTime until,
        CancellationToken cancel)
    {
        if (follows.Count == 0)
        {
            return [];
        }

        var ids = (await PublishedAsync(since, until, cancel)).For(follows, since, AtMost);
        return await db.Articles.Published(until).CardsAsync(ids, until, cancel);
    }
}
