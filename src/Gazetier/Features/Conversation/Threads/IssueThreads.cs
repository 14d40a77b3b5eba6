using Gazetier.Data;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Threads;

/// <summary>
/// Tells those who follow a conversation what came in it, by the ledger: of an article, all that came since are one issue, and one mail
/// a reader. A comment is told of when its author can no longer change it.
/// </summary>
public class IssueThreads(GazetierDb db, Issues issues, PostDeliveries post, ThreadMails mails, TimeProvider clock)
{
    /// <summary>What is older was missed for some reason, and is not told any more.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    private const int MostArticles = 200;

    public async Task<Posted> RunAsync(CancellationToken cancel)
    {
        await WriteAsync(cancel);
        return await post.RunAsync(ThreadLists.Name, mails.ComposeAsync, progress: null, cancel);
    }

    /// <returns>How many deliveries were written.</returns>
    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var minutes = (await db.CommentRulesAsync(cancel)).EditMinutes;
        var (since, before) = (now - Oldest, now.AddMinutes(-minutes));
        var articles = await db.Comments.Where(c => c.ToldIn == null && c.State == CommentState.Published && c.PublishedAt > since && c.PostedAt <= before)
            .Where(c => db.ThreadFollows.Any(f => f.ArticleId == c.ArticleId)).Select(c => new { c.ArticleId, c.Article.Headline }).Distinct().OrderBy(c => c.ArticleId).Take(MostArticles).ToListAsync(cancel);
        var written = 0;
        foreach (var article in articles)
        {
            var issue = await issues.OpenAsync(FormattableString.Invariant($"reactions/{article.ArticleId}/{now:yyyy-MM-ddTHH:mm:ssZ}"), ThreadLists.Name, article.Headline, now, cancel);
            written += await db.InTransactionAsync(token => WriteAsync(article.ArticleId, issue, since, before, token), cancel);
            db.ChangeTracker.Clear();
        }

        return written;
    }

    private async Task<int> WriteAsync(long article, Guid issue, DateTime since, DateTime before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await issues.HoldAsync(issue, cancel);
        // Claimed: of two nodes one tells.
        if (await db.Comments.Where(c => c.ArticleId == article && c.ToldIn == null && c.State == CommentState.Published && c.PublishedAt > since && c.PostedAt <= before)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.ToldIn, issue), cancel) == 0)
        {
            return 0;
        }

        var told = await db.Comments.AsNoTracking().Where(c => c.ToldIn == issue).Select(c => new { c.AccountId, Root = c.ThreadId ?? c.Id }).ToListAsync(cancel);
        var follows = (await db.ThreadFollows.AsNoTracking().Where(f => f.ArticleId == article).ToListAsync(cancel))
            .Where(f => told.Exists(c => c.AccountId != f.AccountId && (f.ThreadId == Guid.Empty || f.ThreadId == c.Root))).Select(f => f.AccountId).ToHashSet();
        var readers = await db.Accounts.AsNoTracking().Where(a => follows.Contains(a.Id) && a.EmailConfirmed)
            .Where(a => !db.Suppressions.Standing().Any(s => s.Email == a.Email) && !db.ThreadSettings.Any(s => s.AccountId == a.Id && s.IsOff))
            .Select(a => new { a.Id, Email = a.Email! }).ToListAsync(cancel);
        db.Deliveries.AddRange(readers.Select(reader => new Delivery { IssueId = issue, AccountId = reader.Id, Email = reader.Email, Articles = Delivery.Join([article]), NotBefore = now }));
        return readers.Count;
    }
}
