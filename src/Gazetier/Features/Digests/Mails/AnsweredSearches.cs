using Gazetier.Data;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mails;

/// <summary>Which articles of some editions answer a search that their reader follows: those stand in a part of their own, under its name.</summary>
internal sealed class AnsweredSearches
{
    private readonly ILookup<Guid, Follow> _follows;
    private readonly HashSet<(Guid List, long Article)> _matches;

    private AnsweredSearches(ILookup<Guid, Follow> follows, HashSet<(Guid, long)> matches) => (_follows, _matches) = (follows, matches);

    public static async Task<AnsweredSearches> ReadAsync(GazetierDb db, IReadOnlyCollection<Guid> readers, IReadOnlyCollection<long> articles, CancellationToken cancel)
    {
        var follows = await db.Follows.AsNoTracking()
            .Where(f => readers.Contains(f.AccountId) && f.Kind == FollowKind.Keyword && db.Keywords.Any(k => k.Id == f.SubjectId && k.Search != null))
            .OrderBy(f => f.CreatedAt).ToListAsync(cancel);
        var searches = follows.ConvertAll(f => f.SubjectId);
        List<Guid> lists = [.. searches, .. searches.Select(Keyword.WithheldOf)];
        var matches = lists.Count == 0 ? [] : await db.KeywordMatches.AsNoTracking()
            .Where(m => articles.Contains(m.ArticleId) && lists.Contains(m.ListId)).Select(m => new { m.ListId, m.ArticleId }).ToListAsync(cancel);
        return new AnsweredSearches(follows.ToLookup(f => f.AccountId), [.. matches.Select(m => (m.ListId, m.ArticleId))]);
    }

    /// <summary>The first search of a reader that an article answers, as they named it; null: none.</summary>
    /// <param name="mayRead">Whether they may read it whole: else what is withheld answers nothing (0029).</param>
    public string? NameOf(Guid reader, long article, bool mayRead) => _follows[reader]
        .FirstOrDefault(f => _matches.Contains((f.SubjectId, article)) || (mayRead && _matches.Contains((Keyword.WithheldOf(f.SubjectId), article))))?.Label;
}
