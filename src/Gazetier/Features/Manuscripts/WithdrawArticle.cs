using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// Takes an article off: out already, its address answers 410 for good (L-31); not yet out, its publication is called off and it is
/// written on.
/// </summary>
public class WithdrawArticle(GazetierDb db, TimeProvider clock)
{
    /// <param name="reason">Kept with the article and in the newsroom's record.</param>
    /// <param name="keepsNotice">Whether its address tells readers its headline and the reason.</param>
    /// <returns>False where there is nothing to take off.</returns>
    public Task<bool> RunAsync(long articleId, string reason, bool keepsNotice, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var article = await db.Articles.ToPublish().FirstOrDefaultAsync(a => a.Id == articleId, token);
            if (article is not { Status: ArticleStatus.Published } || await db.OpenManuscriptAsync(articleId, now, token) is not { } manuscript)
            {
                db.ChangeTracker.Clear();
                return false;
            }

            var what = article.IsPublished(now) ? "article.withdrawn" : "article.unscheduled";
            db.Append(now, what, ArticleTags.Of(article));
            db.Record(now, staff, what, articleId, reason);
            if (article.IsPublished(now))
            {
                article.Withdraw(now, reason);
                article.KeepsNotice = keepsNotice;
                manuscript.Stage = Stage.Withdrawn;
            }
            else
            {
                article.Status = ArticleStatus.Draft;
                article.PublishedAt = null;
                manuscript.Stage = Stage.Ready;
                manuscript.PublishedRevision = null;
            }

            return true;
        },
        cancel);
}
