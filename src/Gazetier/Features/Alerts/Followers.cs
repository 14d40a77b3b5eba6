using Gazetier.Data;
using Gazetier.Features.Follows;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>Who is to be told at once of an article: the followers of any list that it stands in (P6).</summary>
public class Followers(GazetierDb db)
{
    /// <summary>The followers of the lists that an article stands in, from the database.</summary>
    public async Task<IReadOnlyDictionary<Guid, bool>> OfAsync(long article, CancellationToken cancel) => await OfAsync(
        await db.Listings.AsNoTracking().Where(l => l.ArticleId == article).Select(l => l.ListId).ToListAsync(cancel),
        await db.KeywordMatches.AsNoTracking().Where(m => m.ArticleId == article).Select(m => m.ListId).ToListAsync(cancel),
        cancel);

    /// <summary>
    /// By reader. False: only a word in the article's withheld part brings it to them, and whether they may read that is still to
    /// be asked.
    /// </summary>
    /// <param name="lists">Sections, themes and all else that the article stands in.</param>
    /// <param name="ofKeywords">Those of them that are a keyword's, or a keyword's in the withheld part.</param>
    public async Task<IReadOnlyDictionary<Guid, bool>> OfAsync(IReadOnlyCollection<Guid> lists, IReadOnlyCollection<Guid> ofKeywords, CancellationToken cancel)
    {
        var open = ofKeywords.Count == 0 ? [] : await db.Keywords.AsNoTracking().Where(k => ofKeywords.Contains(k.Id)).Select(k => k.Id).ToHashSetAsync(cancel);
        var withheld = ofKeywords.Where(list => !open.Contains(list)).ToHashSet();
        var found = new Dictionary<Guid, bool>();
        foreach (var account in withheld.Count == 0 ? [] : await AtOnceAsync([.. withheld.Select(Keyword.WithheldOf)], cancel))
        {
            found[account] = false;
        }

        foreach (var account in await AtOnceAsync([.. lists.Union(ofKeywords).Where(list => !withheld.Contains(list))], cancel))
        {
            found[account] = true;
        }

        return found;
    }

    private Task<List<Guid>> AtOnceAsync(List<Guid> subjects, CancellationToken cancel) => db.Follows.AsNoTracking()
        .Where(f => subjects.Contains(f.SubjectId) && f.Rhythm == FollowRhythm.AtOnce).Select(f => f.AccountId).ToListAsync(cancel);
}
