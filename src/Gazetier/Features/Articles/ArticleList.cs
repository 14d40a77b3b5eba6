using Gazetier.Data;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>One page of a list of articles: a section, a theme, a dossier, an author.</summary>
public record ArticleList
{
    /// <summary>Articles on a page.</summary>
    public const int Size = 20;

    public required IReadOnlyList<ArticleCard> Cards { get; init; }

    public required Paging Paging { get; init; }

    /// <summary>The list's address, with its slash.</summary>
    public required string Path { get; init; }

    /// <summary>Reads one page of a list, newest first; null when the list has no such page.</summary>
    public static Task<ArticleList?> ReadAsync(GazetierDb db, Guid list, DateTime now, HttpContext context, CancellationToken cancel) =>
        ReadAsync(db, db.Listings.Of(list).Published(now).NewestFirst().Select(l => l.ArticleId), now, context, cancel);

    /// <summary>Reads one page, in the order of <paramref name="articles"/>; null when the list has no such page.</summary>
    public static async Task<ArticleList?> ReadAsync(GazetierDb db, IQueryable<long> articles, DateTime now, HttpContext context, CancellationToken cancel)
    {
        var paging = new Paging(GiveKeptPage.PageNumber(context.Request), Size, await articles.CountAsync(cancel));
        return paging.IsOut
            ? null
            : new ArticleList
            {
                Cards = await db.Articles.CardsAsync(await articles.Skip(paging.Skip).Take(Size).ToListAsync(cancel), now, cancel),
                Paging = paging,
                Path = context.Request.Path,
            };
    }
}
