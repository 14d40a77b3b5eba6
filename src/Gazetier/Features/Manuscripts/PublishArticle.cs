using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Audit;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// Gives the newest revision to readers: copies it into the article, in one transaction with the line of the change log that tells
/// every node, and the line of the newsroom's record that says who did it.
/// </summary>
public class PublishArticle(GazetierDb db, TimeProvider clock)
{
    public async Task<PublishOutcome> RunAsync(long articleId, Publication wanted, SignedIn staff, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var outcome = await PublishAsync(articleId, wanted, staff, token);
                    if (outcome != PublishOutcome.Done)
                    {
                        db.ChangeTracker.Clear();
                    }

                    return outcome;
                },
                cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else's act, or its own minute, changed the article at the same moment.
            db.ChangeTracker.Clear();
            return PublishOutcome.Overtaken;
        }
    }

    private async Task<PublishOutcome> PublishAsync(long articleId, Publication wanted, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.ToPublish().FirstOrDefaultAsync(a => a.Id == articleId, cancel);
        var manuscript = await db.OpenManuscriptAsync(articleId, now, cancel);
        if (article is null || manuscript is null || article.Status == ArticleStatus.Withdrawn)
        {
            return PublishOutcome.Gone;
        }

        // A revision grows for minutes under its number: the moment says whether this is what was seen.
        if (await db.Revisions.FindAsync([articleId, manuscript.Newest], cancel) is not { } revision || !wanted.Seen.Is(revision))
        {
            return PublishOutcome.Overtaken;
        }

        if (manuscript.EmbargoUntil > (wanted.At ?? now))
        {
            return PublishOutcome.Embargoed;
        }

        var content = Content.FromJson(revision.Json);
        if (content.MachineUse == MachineUse.Generated && !wanted.IsReviewed)
        {
            return PublishOutcome.Unreviewed;
        }

        revision.IsSealed = true;
        var before = ArticleTags.Of(article).ToList();
        var what = await GiveAsync(article, content, wanted, staff, now, cancel);
        manuscript.Stage = Stage.Published;
        manuscript.PublishedRevision = revision.Number;
        db.Append(now, what, before.Concat(ArticleTags.Of(article)));
        db.Record(now, staff, what, articleId, string.Join(", ", wanted.PassedOver ?? []));
        return PublishOutcome.Done;
    }

    /// <returns>What was done, as the change log and the newsroom's record name it.</returns>
    private async Task<string> GiveAsync(Article article, Content content, Publication wanted, SignedIn staff, DateTime now, CancellationToken cancel)
    {
        var isOut = article.IsPublished(now);
        // The address of what readers may have linked to stays.
        article.Slug = isOut ? article.Slug : Slug.From(content.Headline);
        await content.CopyToAsync(article, db, cancel);
        article.OpenUntil = wanted.OpenUntil;
        article.FreeAt = wanted.FreeAt;
        article.FrontPageUntil = wanted.FrontPageUntil;
        var isReviewed = content.MachineUse != MachineUse.None && wanted.IsReviewed;
        article.ReviewedBy = isReviewed ? staff.DisplayName : null;
        article.ReviewedAt = isReviewed ? now : null;
        if (isReviewed)
        {
            db.Record(now, staff, "article.reviewed", article.Id, content.MachineUse.ToString());
        }

        if (isOut)
        {
            if (wanted.Correction.Length > 0)
            {
                db.Corrections.AddRange(article.Correct(now, wanted.Correction));
            }

            return Act.ArticleRepublished;
        }

        article.PublishedAt = wanted.At ?? now;
        article.Publish(article.PublishedAt.Value);
        article.AppearedAt = article.PublishedAt > now ? null : now;
        return article.PublishedAt > now ? "article.scheduled" : "article.published";
    }
}
