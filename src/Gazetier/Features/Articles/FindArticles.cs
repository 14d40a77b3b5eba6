using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Search;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>Articles, as search finds them: the part that all may read and the withheld one apart.</summary>
public sealed class FindArticles(GazetierDb db, Masthead masthead, TimeProvider clock) : IFindables
{
    public string Prefix => "article";

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag.StartsWith("article:", StringComparison.Ordinal) ? [tag] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel)
    {
        var share = (await masthead.ImprintAsync(cancel)).OpenShare;
        return (await Shown().Select(a => new { a.Id, a.Version }).ToListAsync(cancel))
            .ToDictionary(a => FindableKeys.Of(Prefix, a.Id), a => VersionOf(a.Version, share), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Numbers();
        var share = (await masthead.ImprintAsync(cancel)).OpenShare;
        // Followed phrases are their readers' own: nobody looks within them.
        var lists = (await db.Listings.AsNoTracking()
            .Where(l => ids.Contains(l.ArticleId) && !db.KeywordMatches.Any(m => m.ArticleId == l.ArticleId && m.ListId == l.ListId)).Select(l => new { l.ArticleId, l.ListId }).ToListAsync(cancel))
            .ToLookup(l => l.ArticleId, l => l.ListId);
        return [.. (await Shown().Where(a => ids.Contains(a.Id)).ToListAsync(cancel)).Select(a => Of(a, share, [.. lists[a.Id]]))];
    }

    /// <summary>Where a text is cut may be decided for the whole newspaper: another share is another text.</summary>
    private static long VersionOf(int version, double share) => ((long)version << 20) + (long)(share * 1_000_000);

    private IQueryable<Article> Shown() => db.Articles.AsNoTracking().Published(clock.GetUtcNow().UtcDateTime);

    private Findable Of(Article article, double share, IReadOnlyCollection<Guid> lists)
    {
        var isOpen = article.Access == Requirement.None;
        var cut = Cut.Of(article.Body, share);
        return new Findable
        {
            Key = FindableKeys.Of(Prefix, article.Id),
            Version = VersionOf(article.Version, share),
            Kind = FoundKind.Article,
            Path = ArticleAddress.Of(article.Id, article.Slug),
            Title = article.Headline,
            Kicker = article.Kicker ?? "",
            Summary = article.Standfirst,
            Open = isOpen ? Plain.Of(article.Body) : Plain.Of(cut.Open),
            Withheld = isOpen ? "" : Plain.Of(cut.Withheld),
            Asks = new Asked(article.Access, article.AnyOf, article.Id),
            OpenUntil = article.OpenUntil,
            FreeAt = article.FreeAt,
            At = article.PublishedAt!.Value,
            Format = article.Format.ToString(),
            Lists = lists,
        };
    }
}
