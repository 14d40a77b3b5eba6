using Gazetier.Data;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>Who is to be told at once of an article: the followers of any list that it stands in (P6).</summary>
public class Followers(GazetierDb db)
{
    /// <summary>
    /// By reader. False: only a word in the article's withheld part brings it to them, and whether they may read that is still to
    /// be asked.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, bool>> OfAsync(long article, CancellationToken cancel)
    {
        var lists = await db.Listings.AsNoTracking().Where(l => l.ArticleId == article).Select(l => l.ListId).ToListAsync(cancel);
        var withheld = await db.KeywordMatches.AsNoTracking()
            .Where(m => m.ArticleId == article).Select(m => m.ListId).Where(id => !db.Keywords.Any(k => k.Id == id)).ToListAsync(cancel);
        var open = lists.Except(withheld).ToList();
        var found = new Dictionary<Guid, bool>();
        await foreach (var account in AtOnce(withheld.ConvertAll(Keyword.WithheldOf)).WithCancellation(cancel))
        {
            found[account] = false;
        }

        await foreach (var account in AtOnce(open).WithCancellation(cancel))
        {
            found[account] = true;
        }

        return found;
    }

    private IAsyncEnumerable<Guid> AtOnce(List<Guid> subjects) => db.Follows.AsNoTracking()
        .Where(f => subjects.Contains(f.SubjectId) && f.Rhythm == FollowRhythm.AtOnce).Select(f => f.AccountId).AsAsyncEnumerable();
}
