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

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag.StartsWith("conversation:", StringComparison.Ordinal) ? [tag] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel)
    {
        var shown = Shown();
        return (await db.ArticleConversations.Where(o => shown.Any(c => c.ArticleId == o.ArticleId)).Select(o => new { o.ArticleId, o.ChangedAt }).ToListAsync(cancel))
            .ToDictionary(o => FindableKeys.Of(Prefix, o.ArticleId), o => o.ChangedAt.Ticks, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Numbers();
        var changed = await db.ArticleConversations.Where(o => ids.Contains(o.ArticleId)).ToDictionaryAsync(o => o.ArticleId, o => o.ChangedAt, cancel);
        var comments = await Shown().Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.PublishedAt)
            .Select(c => new { c.ArticleId, c.Article.Slug, c.Article.Headline, c.Text, c.PublishedAt }).ToListAsync(cancel);
        return
        [
            .. comments.GroupBy(c => c.ArticleId).Select(talk => new Findable
            {
                Key = FindableKeys.Of(Prefix, talk.Key),
                Version = changed.TryGetValue(talk.Key, out var at) ? at.Ticks : 0,
                Kind = FoundKind.Comment,
                Path = ArticleAddress.Of(talk.Key, talk.First().Slug) + "#reactions",
                Title = talk.First().Headline,
                Open = string.Join("\n", talk.Select(c => c.Text)),
                At = talk.Max(c => c.PublishedAt)!.Value,
            }),
        ];
    }

    private IQueryable<Comment> Shown()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Comments.AsNoTracking().Shown().Where(c => c.PublishedAt != null && db.Articles.Published(now).Any(a => a.Id == c.ArticleId));
    }
}
