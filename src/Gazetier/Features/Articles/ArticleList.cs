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

    /// <summary>Reads one page, in the order of <paramref name="articles"/>; null when the list has no such page.</summary>
    public static async Task<ArticleList?> ReadAsync(IQueryable<Article> articles, HttpContext context, CancellationToken cancel)
    {
        var number = GiveKeptPage.PageNumber(context.Request);
        var paging = new Paging(number, Size, await articles.CountAsync(cancel));
        return paging.IsOut
            ? null
            : new ArticleList
            {
                Cards = await articles.Skip(paging.Skip).Take(Size).ToCards().ToListAsync(cancel),
                Paging = paging,
                Path = context.Request.Path,
            };
    }
}
