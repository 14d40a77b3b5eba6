using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>Finds what readers' follows bring: the same rule for the preview, and for everybody's edition.</summary>
public class FollowedArticles(GazetierDb db)
{
    /// <summary>An edition holds no more: it is read before the first meeting.</summary>
    public const int AtMost = 12;

    /// <summary>What was published after <paramref name="since"/> and until <paramref name="until"/> (UTC); two queries.</summary>
    public async Task<Publications> PublishedAsync(DateTime since, DateTime until, CancellationToken cancel)
    {
        var window = db.Articles.AsNoTracking().Published(until).Where(a => a.PublishedAt > since);
        var listings = (await window.Join(db.Listings, a => a.Id, l => l.ArticleId, (a, l) => new { l.ArticleId, l.ListId }).ToListAsync(cancel))
            .ToLookup(l => l.ArticleId, l => l.ListId);
        var articles = await window.Select(a => new { a.Id, a.PublishedAt, a.Weight, a.Access, a.AnyOf, a.OpenUntil, a.FreeAt }).ToListAsync(cancel);
        return new Publications(
            articles.Select(a => new Publication(
                a.Id, a.PublishedAt!.Value, [.. listings[a.Id]], new Asked(a.Access.At(a.OpenUntil, a.FreeAt, until), a.AnyOf, a.Id), a.Weight)),
            until);
    }

    /// <summary>What one reader's edition would hold, as cards in their order.</summary>
    public async Task<IReadOnlyList<ArticleCard>> EditionAsync(IReadOnlyCollection<Wanted> wanted, DateTime until, Rights rights, CancellationToken cancel)
    {
        if (wanted.Count == 0)
        {
            return [];
        }

        var ids = (await PublishedAsync(wanted.Min(w => w.Since), until, cancel)).For(wanted, AtMost, rights);
        return await db.Articles.Published(until).CardsAsync(ids, until, cancel);
    }
}
