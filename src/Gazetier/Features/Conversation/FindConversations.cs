using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Search;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// What readers wrote under articles, as search finds it: one findable for each conversation, for who asks for it. Signatures are not
/// searched: a comment is found by what it says.
/// </summary>
public sealed class FindConversations(GazetierDb db, TimeProvider clock) : IFindables
{
    public string Prefix => "conversation";

    /// <summary>By its article as well, whose headline it has and without which it is gone.</summary>
    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag.Split(':') is ["conversation" or "article", var id] ? [$"{Prefix}:{id}"] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel)
    {
        var shown = Shown();
        return (await db.ArticleConversations.Where(o => shown.Any(c => c.ArticleId == o.ArticleId))
            .Join(db.Articles, o => o.ArticleId, a => a.Id, (o, a) => new { o.ArticleId, o.ChangedAt, a.Version }).ToListAsync(cancel))
            .ToDictionary(o => FindableKeys.Of(Prefix, o.ArticleId), o => VersionOf(o.ChangedAt, o.Version), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Numbers();
        var changed = await db.ArticleConversations.Where(o => ids.Contains(o.ArticleId)).ToDictionaryAsync(o => o.ArticleId, o => o.ChangedAt, cancel);
        var comments = await Shown().Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.PublishedAt)
            .Select(c => new { c.ArticleId, c.Article.Slug, c.Article.Headline, c.Article.Version, c.Text, c.PublishedAt }).ToListAsync(cancel);
        return
        [
            .. comments.GroupBy(c => c.ArticleId).Select(talk => new Findable
            {
                Key = FindableKeys.Of(Prefix, talk.Key),
                Version = changed.TryGetValue(talk.Key, out var at) ? VersionOf(at, talk.First().Version) : 0,
                Kind = FoundKind.Comment,
                Path = ArticleAddress.Of(talk.Key, talk.First().Slug) + "#reactions",
                Title = talk.First().Headline,
                Open = string.Join("\n", talk.Select(c => c.Text)),
                At = talk.Max(c => c.PublishedAt)!.Value,
            }),
        ];
    }

    /// <summary>A second has ten million ticks: an article that is changed as often is another matter.</summary>
    private static long VersionOf(DateTime changed, int article) => changed.Ticks + article;

    private IQueryable<Comment> Shown()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Comments.AsNoTracking().Shown().Where(c => c.PublishedAt != null && db.Articles.Published(now).Any(a => a.Id == c.ArticleId));
    }
}
