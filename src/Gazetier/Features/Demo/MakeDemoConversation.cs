using Gazetier.Data;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>What readers say under the demonstration's articles: threads, some chosen by the newsroom, one that waits, one that was reported.</summary>
public class MakeDemoConversation(GazetierDb db, Masthead masthead)
{
    /// <summary>Within the transaction that makes the demonstration.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var articles = (await db.Articles.Where(a => a.ImportKey != null && a.ImportKey.StartsWith("demo:")).Select(a => new { a.Id, Key = a.ImportKey!, a.PublishedAt }).ToListAsync(cancel)).ToDictionary(a => a.Key, StringComparer.Ordinal);
        var accounts = await db.Accounts.Where(a => a.Email != null).ToDictionaryAsync(a => a.Email!, a => new { a.Id, a.Role }, cancel);
        var made = new Dictionary<string, Comment>(StringComparer.Ordinal);
        foreach (var demo in DemoFiles.Comments())
        {
            if (!articles.TryGetValue(MakeDemoArticles.KeyOf(demo.Article), out var article))
            {
                continue;
            }

            var account = demo.Account is { } email ? accounts[email] : null;
            // An answer is never before what it answers, nor a comment before its article, whatever the hour of the demonstration.
            var at = new[] { DemoClock.At(demo.At, now, zone), article.PublishedAt ?? now, demo.Answers is { } of ? made[of].PostedAt.AddMinutes(1) : DateTime.MinValue }.Max();
            at = at > now ? now : at;
            db.Comments.Add(made[demo.Key] = new Comment
            {
                ArticleId = article.Id,
                AccountId = account?.Id,
                ThreadId = demo.Answers is { } answered ? made[answered].Root : null,
                Name = demo.Name,
                Function = demo.Function,
                Badge = account?.Role is null ? CommentBadge.None : CommentBadge.Author,
                Text = demo.Text,
                PostedAt = at,
                State = demo.Waits ? CommentState.Waiting : CommentState.Published,
                Reason = demo.Waits ? ModerationReason.Links : ModerationReason.None,
                PublishedAt = demo.Waits ? null : at,
                FeaturedAt = demo.Featured ? at : null,
            });
        }

        Report(made.GetValueOrDefault("pub"), now);
        await db.SaveChangesAsync(cancel);
    }

    private void Report(Comment? comment, DateTime now)
    {
        if (comment is not null)
        {
            db.CommentNotices.Add(new CommentNotice
            {
                Number = "SIG-7K3M-92QF",
                CommentId = comment.Id,
                Reason = NoticeReason.Spam,
                Explanation = "C’est une réclame, sans rapport avec l’article.",
                Name = "Une lectrice",
                Email = "lectrice@exemple.example",
                Language = "fr",
                ReceivedAt = now,
            });
        }
    }
}
