using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Threads;

/// <summary>Begins and ends that a reader is told of a thread by mail. Who begins again wants the mails again.</summary>
public class FollowThreads(GazetierDb db, ListsOfReader lists, TimeProvider clock)
{
    /// <param name="thread">The comment that began it; empty: all under the article.</param>
    public Task FollowAsync(Guid account, long article, Guid thread, CancellationToken cancel) =>
        db.InTransactionAsync(token => FollowInsideAsync(account, article, thread, token), cancel);

    /// <summary>The same within the caller's transaction.</summary>
    public async Task FollowInsideAsync(Guid account, long article, Guid thread, CancellationToken cancel)
    {
        // Two presses of one button come one after the other.
        await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => x.CreatedAt), cancel);
        if (await db.ThreadFollows.AnyAsync(f => f.AccountId == account && f.ArticleId == article && f.ThreadId == thread, cancel))
        {
            return;
        }

        db.ThreadFollows.Add(new ThreadFollow { AccountId = account, ArticleId = article, ThreadId = thread, CreatedAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        await lists.JoinInsideAsync(account, ThreadLists.Name, new ConsentWords("M’écrire quand on répond", ConversationAddress.Of(article)), cancel);
    }

    public Task UnfollowAsync(Guid account, long article, Guid thread, CancellationToken cancel) =>
        db.ThreadFollows.Where(f => f.AccountId == account && f.ArticleId == article && f.ThreadId == thread).ExecuteDeleteAsync(cancel);
}
