using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>Reads what readers see of the conversation under an article: threads of one level, in an order, page by page.</summary>
public class ReadConversation(GazetierDb db, TimeProvider clock)
{
    /// <summary>Threads of a page of all comments.</summary>
    public const int PageSize = 20;

    /// <summary>Threads under the article itself.</summary>
    public const int UnderArticle = 8;

    /// <summary>Answers of a thread under the article itself; all stand on the page of all comments.</summary>
    public const int AnswersUnderArticle = 3;

    /// <summary>The beginning, for the article's page; null before it appeared.</summary>
    public async Task<Talk?> BeginningAsync(Article article, CancellationToken cancel) => await ReadAsync(article, CommentOrder.Chosen, 1, UnderArticle, AnswersUnderArticle, cancel);

    /// <summary>One page of all.</summary>
    public async Task<Talk?> PageAsync(Article article, CommentOrder order, int number, CancellationToken cancel) => await ReadAsync(article, order, number, PageSize, int.MaxValue, cancel);

    private async Task<Talk?> ReadAsync(Article article, CommentOrder order, int number, int size, int answers, CancellationToken cancel)
    {
        var rules = await db.CommentRulesAsync(cancel);
        if (await db.OpeningAsync(rules, article.Id, cancel) is not { } opening)
        {
            return null;
        }

        var all = db.Comments.AsNoTracking().Where(c => c.ArticleId == article.Id);
        var count = await all.Shown().CountAsync(cancel);
        // What began a thread and is gone leaves a line, as long as answers stand below it.
        var roots = all.Where(c => c.ThreadId == null && (c.State == CommentState.Published || db.Comments.Any(r => r.ThreadId == c.Id && r.State == CommentState.Published)));
        var paging = new Paging(number, size, count == 0 ? 0 : await roots.CountAsync(cancel));
        var first = count == 0 ? [] : await Ordered(roots, order).Skip(Math.Max(0, paging.Skip)).Take(size).Select(Line).ToListAsync(cancel);
        var ids = first.Select(c => c.Id).ToArray();
        var shown = all.Shown().Where(c => c.ThreadId != null && ids.Contains(c.ThreadId.Value));
        // Of a thread of thousands a page reads what it shows, and how many there are.
        var counts = ids.Length == 0 ? [] : await shown.GroupBy(c => c.ThreadId!.Value).Select(thread => new { thread.Key, Count = thread.Count() }).ToDictionaryAsync(thread => thread.Key, thread => thread.Count, cancel);
        var below = counts.Count == 0
            ? []
            : await db.Comments.Where(root => ids.Contains(root.Id)).SelectMany(root => shown.Where(c => c.ThreadId == root.Id).OrderBy(c => c.PostedAt).ThenBy(c => c.Id).Take(answers)).Select(Line).ToListAsync(cancel);
        var ofThread = below.OrderBy(c => c.PostedAt).ThenBy(c => c.Id).ToLookup(c => c.Root);
        return new Talk(
            article.Id,
            article.Slug,
            count,
            opening,
            [.. first.Select(c => new CommentThread(c, [.. ofThread[c.Id]], counts.GetValueOrDefault(c.Id)))],
            paging,
            clock.GetUtcNow().UtcDateTime);
    }

    private static IQueryable<Comment> Ordered(IQueryable<Comment> roots, CommentOrder order) => order switch
    {
        CommentOrder.Newest => roots.OrderByDescending(c => c.PostedAt).ThenBy(c => c.Id),
        CommentOrder.Oldest => roots.OrderBy(c => c.PostedAt).ThenBy(c => c.Id),
        _ => roots.OrderBy(c => c.FeaturedAt == null).ThenBy(c => c.PostedAt).ThenBy(c => c.Id),
    };

    private static readonly System.Linq.Expressions.Expression<Func<Comment, ShownComment>> Line = c => new ShownComment(
        c.Id, c.ThreadId ?? c.Id, c.Name, c.Function, c.Badge, c.State == CommentState.Published ? c.Text : null, c.State == CommentState.Withdrawn, c.PostedAt, c.EditedAt, c.FeaturedAt != null);
}

/// <summary>In which order.</summary>
public enum CommentOrder
{
    /// <summary>What the newsroom chose first, then as they came.</summary>
    Chosen,
    Newest,
    Oldest,
}

/// <summary>The conversation under one article, or a page of it.</summary>
/// <param name="Count">Comments that readers see.</param>
/// <param name="Now">UTC.</param>
public sealed record Talk(long ArticleId, string Slug, int Count, Opening Opening, IReadOnlyList<CommentThread> Threads, Paging Paging, DateTime Now)
{
    public bool IsWhole => Paging.Pages == 1 && Threads.All(thread => thread.Answers.Count == thread.AnswerCount);
}

/// <summary>A comment and what answers it.</summary>
/// <param name="AnswerCount">Answers that readers see, shown here or not.</param>
public sealed record CommentThread(ShownComment First, IReadOnlyList<ShownComment> Answers, int AnswerCount);

/// <summary>A comment as readers see it.</summary>
/// <param name="Text">Null: it is gone, and answers stand below it.</param>
/// <param name="PostedAt">UTC.</param>
/// <param name="EditedAt">UTC.</param>
public sealed record ShownComment(
    Guid Id, Guid Root, string Name, string Function, CommentBadge Badge, string? Text, bool IsWithdrawn, DateTime PostedAt, DateTime? EditedAt, bool IsFeatured);
