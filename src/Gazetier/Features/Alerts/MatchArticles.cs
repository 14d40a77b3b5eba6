using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Keywords;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>
/// Matches what has appeared against all that readers follow, once over all nodes, and writes their alerts to the ledger. A node that
/// dies at it is followed by another, which writes what is missing.
/// </summary>
public class MatchArticles(GazetierDb db, MatchKeywords keywords, WriteAlerts alerts, TimeProvider clock)
{
    /// <summary>What appeared longer ago is no news.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(1);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private const int Batch = 50;

    /// <returns>Alerts written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var written = 0;
        foreach (var id in await BeginAsync(cancel))
        {
            written += await alerts.RunAsync(id, cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Matchings.Where(m => m.ArticleId == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DoneAt, now), cancel);
        }

        await keywords.LookBackAsync(cancel);
        await LookAgainAsync(cancel);
        return written;
    }

    /// <summary>The articles that this node writes alerts of now: new ones, and those whose node died.</summary>
    private async Task<List<long>> BeginAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - LooksBack;
        var begun = new List<long>();
        foreach (var article in await db.Articles.AsNoTracking().Published(now)
            .Where(a => a.PublishedAt > since && a.AppearedAt != null && !db.Matchings.Any(m => m.ArticleId == a.Id))
            .OrderBy(a => a.PublishedAt).Take(Batch).ToListAsync(cancel))
        {
            if (await BeginAsync(article, now, cancel))
            {
                begun.Add(article.Id);
            }
        }

        foreach (var left in await db.Matchings.Where(m => m.DoneAt == null && m.ClaimedUntil < now).Select(m => m.ArticleId).ToListAsync(cancel))
        {
            var until = now + Lease;
            if (await db.Matchings.Where(m => m.ArticleId == left && m.DoneAt == null && m.ClaimedUntil < now)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedUntil, until), cancel) == 1)
            {
                begun.Add(left);
            }
        }

        return begun;
    }

    private async Task<bool> BeginAsync(Article article, DateTime now, CancellationToken cancel)
    {
        var lists = await keywords.FindAsync(article, cancel);
        try
        {
            await db.InTransactionAsync(
                async token =>
                {
                    db.Matchings.Add(new Matching { ArticleId = article.Id, Version = article.Version, ClaimedUntil = now + Lease });
                    await db.SaveChangesAsync(token);
                    await keywords.WriteAsync(article.Id, lists, token);
                },
                cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another node began it at the same moment.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Words come and go when an article is changed: it moves between the lists of phrases. Nobody is alerted of that.</summary>
    private async Task LookAgainAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - MatchKeywords.LooksBack;
        var changed = await db.Articles.AsNoTracking().Published(now).Where(a => a.PublishedAt > since)
            .Join(db.Matchings, a => a.Id, m => m.ArticleId, (a, m) => new { a, m.Version })
            .Where(pair => pair.a.Version != pair.Version).Select(pair => pair.a).OrderBy(a => a.Id).Take(Batch).ToListAsync(cancel);
        foreach (var article in changed)
        {
            var lists = await keywords.FindAsync(article, cancel);
            await db.InTransactionAsync(
                async token =>
                {
                    await db.Matchings.Where(m => m.ArticleId == article.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Version, article.Version), token);
                    await keywords.WriteAsync(article.Id, lists, token);
                },
                cancel);
            db.ChangeTracker.Clear();
        }
    }
}
