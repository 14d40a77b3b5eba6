using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>
/// Tells the change log that a scheduled article has appeared, once over all nodes: for what acts on that (alerts, pings). Readers do
/// not wait for it: kept lists end at the article's minute by themselves.
/// </summary>
public class AnnounceArticles(GazetierDb db, TimeProvider clock)
{
    /// <summary>What appeared longer ago, while no node was running, is no news.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(1);

    private const int Batch = 100;

    /// <returns>How many this node announced.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - LooksBack;
        var due = await db.Articles.Published(now).Where(a => a.PublishedAt > since && a.AppearedAt == null)
            .OrderBy(a => a.PublishedAt).Select(a => a.Id).Take(Batch).ToListAsync(cancel);
        var announced = 0;
        foreach (var id in due)
        {
            announced += await AnnounceAsync(id, now, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return announced;
    }

    private async Task<bool> AnnounceAsync(long id, DateTime now, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var article = await db.Articles.Published(now).ToPublish().FirstOrDefaultAsync(a => a.Id == id && a.AppearedAt == null, token);
                    if (article is null)
                    {
                        return false;
                    }

                    article.AppearedAt = now;
                    db.Append(now, "article.appeared", ArticleTags.Of(article));
                    return true;
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its version was raised: by another node, which has announced it, or by somebody who changes it; the next round looks again.
            return false;
        }
    }
}
