using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>
/// Puts right the rows of articles whose time to become free has come. Readers have them whole already, to the second
/// (<see cref="Requirements.At"/>); here the row, the newest revision and the change log learn it (docs/decisions/0017).
/// </summary>
public class FreeArticles(GazetierDb db, TimeProvider clock)
{
    private const int Batch = 100;

    /// <remarks>Only what is out: a publication that was called off takes its times with it, and the next one sets its own.</remarks>
    /// <returns>How many this node freed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var freed = 0;
        foreach (var id in await db.Articles.Published(now).Where(a => a.FreeAt <= now).OrderBy(a => a.FreeAt).Select(a => a.Id).Take(Batch).ToListAsync(cancel))
        {
            freed += await FreeAsync(id, now, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return freed;
    }

    private async Task<bool> FreeAsync(long id, DateTime now, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var article = await db.Articles.Published(now).ToPublish().FirstOrDefaultAsync(a => a.Id == id && a.FreeAt <= now, token);
                    if (article is null)
                    {
                        return false;
                    }

                    article.Free();
                    await FreeNewestAsync(id, token);
                    db.Append(now, "article.freed", ArticleTags.Of(article));
                    return true;
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its version was raised: by another node, which has freed it, or by somebody who publishes it; the next round looks again.
            return false;
        }
    }

    /// <summary>What is written on next begins from what readers have; else the next publication would lock it again.</summary>
    private async Task FreeNewestAsync(long id, CancellationToken cancel)
    {
        var newest = await db.Revisions.Where(r => r.ArticleId == id)
            .Join(db.Manuscripts, r => new { r.ArticleId, r.Number }, m => new { m.ArticleId, Number = m.Newest }, (r, m) => r)
            .FirstOrDefaultAsync(cancel);
        if (newest?.Content() is { Access: not Requirement.None } content)
        {
            newest.Json = (content with { Access = Requirement.None }).ToJson();
        }
    }
}
