using Gazetier.Changes;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// Tells readers' pages that the conversation under an article changed: at once where it was quiet, else in the next round, so that a
/// wave makes the page anew once in ten seconds and no more (docs/decisions/0030). What waits for a moderator tells nothing.
/// </summary>
public class TellPages(GazetierDb db, TimeProvider clock)
{
    /// <summary>Before the transaction: makes the row that <see cref="ChangedAsync"/> changes.</summary>
    public async Task PrepareAsync(long article, CancellationToken cancel)
    {
        if (await db.ArticleConversations.AnyAsync(o => o.ArticleId == article, cancel))
        {
            return;
        }

        var own = db.ArticleConversations.Add(new ArticleConversation { ArticleId = article });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another made it at the same moment.
        }

        own.State = EntityState.Detached;
    }

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="atOnce">What is taken off goes at once, wave or not.</param>
    public async Task ChangedAsync(long article, bool atOnce, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A second more than it is: what was told in this very moment, by a node whose clock goes before, is told again.
        var changed = now.AddSeconds(1);
        await db.ArticleConversations.Where(o => o.ArticleId == article).ExecuteUpdateAsync(o => o.SetProperty(x => x.ChangedAt, changed), cancel);
        var before = now - ArticleConversation.Pause;
        if (await db.ArticleConversations.Where(o => o.ArticleId == article && (atOnce || o.ToldAt <= before)).ExecuteUpdateAsync(o => o.SetProperty(x => x.ToldAt, now), cancel) == 1)
        {
            db.Append(now, "comment.shown", ConversationTags.Of(article));
        }
    }

    /// <summary>Tells what a wave put off. Any number of nodes may do it: each article is claimed.</summary>
    /// <returns>How many articles.</returns>
    public async Task<int> TellRestAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - ArticleConversation.Pause;
        var due = await db.ArticleConversations.Where(o => o.ChangedAt > o.ToldAt && o.ToldAt <= before).OrderBy(o => o.ArticleId).Select(o => o.ArticleId).Take(500).ToListAsync(cancel);
        return due.Count == 0 ? 0 : await db.InTransactionAsync(
            async token =>
            {
                var told = 0;
                foreach (var article in due)
                {
                    if (await db.ArticleConversations.Where(o => o.ArticleId == article && o.ToldAt <= before).ExecuteUpdateAsync(o => o.SetProperty(x => x.ToldAt, now), token) == 1)
                    {
                        db.Append(now, "comment.shown", ConversationTags.Of(article));
                        told++;
                    }
                }

                return told;
            },
            cancel);
    }
}
