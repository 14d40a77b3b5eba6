using Gazetier.Data;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>
/// What moderators read, in groups: the same words of several people are one group, and so is what one person sent. However many come,
/// a page holds few groups, and a group few lines.
/// </summary>
public class Queue(GazetierDb db)
{
    public const int PageSize = 25;

    /// <summary>From so many on, the same words are one group.</summary>
    public const int SameText = 3;

    /// <summary>Lines of a group that are shown.</summary>
    public const int Shown = 3;

    private const int MostTexts = 10;

    /// <param name="section">Null: all.</param>
    public async Task<QueuePage> WaitingAsync(Guid? section, int number, CancellationToken cancel)
    {
        var waiting = In(db.Comments.AsNoTracking().Waiting(), section);
        var texts = await waiting.GroupBy(c => c.TextKey).Where(same => same.Count() >= SameText)
            .Select(same => new { same.Key, Count = same.Count() }).OrderByDescending(same => same.Count).ThenBy(same => same.Key).Take(MostTexts).ToListAsync(cancel);
        var keys = texts.ConvertAll(text => text.Key);
        var rest = waiting.Where(c => !keys.Contains(c.TextKey));
        var people = rest.GroupBy(c => c.AccountId).Select(own => new { own.Key, Count = own.Count(), First = own.Min(c => c.PostedAt) });
        var paging = new Paging(number, PageSize, await people.CountAsync(cancel));
        var page = await people.OrderBy(own => own.First).ThenBy(own => own.Key).Skip(Math.Max(0, paging.Skip)).Take(PageSize).ToListAsync(cancel);
        var groups = new List<QueueGroup>();
        foreach (var text in number == 1 ? texts : [])
        {
            groups.Add(new($"t:{text.Key}", text.Count, true, await LinesAsync(waiting.Where(c => c.TextKey == text.Key).OrderBy(c => c.PostedAt).Take(1), cancel)));
        }

        var ids = page.ConvertAll(own => own.Key);
        // Nobody has more than a few that wait: the pipeline sees to it.
        var lines = (await LinesAsync(rest.Where(c => ids.Contains(c.AccountId)).OrderBy(c => c.PostedAt).ThenBy(c => c.Id).Take(PageSize * 20), cancel)).ToLookup(line => line.AccountId);
        groups.AddRange(page.Select(own => new QueueGroup($"a:{own.Key}", own.Count, false, [.. lines[own.Key].Take(own.Count > JudgePace.MostWaiting ? Shown : JudgePace.MostWaiting)])));
        return new(groups, paging, await waiting.CountAsync(cancel));
    }

    /// <summary>Of which somebody gave notice, the oldest notice first; each alone.</summary>
    public async Task<QueuePage> ReportedAsync(Guid? section, int number, CancellationToken cancel)
    {
        var reported = In(db.Comments.AsNoTracking().Reported(db), section);
        var paging = new Paging(number, PageSize, await reported.CountAsync(cancel));
        var lines = await LinesAsync(
            reported.OrderBy(c => db.CommentNotices.Where(n => n.CommentId == c.Id && n.State == NoticeState.Received).Min(n => n.ReceivedAt)).ThenBy(c => c.Id).Skip(Math.Max(0, paging.Skip)).Take(PageSize), cancel);
        return new([.. lines.Select(line => new QueueGroup("", 1, false, [line]))], paging, paging.Total);
    }

    /// <summary>All, the newest first.</summary>
    public async Task<QueuePage> AllAsync(Guid? section, int number, CancellationToken cancel)
    {
        var all = In(db.Comments.AsNoTracking(), section);
        var paging = new Paging(number, PageSize, await all.CountAsync(cancel));
        var lines = await LinesAsync(all.OrderByDescending(c => c.PostedAt).ThenBy(c => c.Id).Skip(Math.Max(0, paging.Skip)).Take(PageSize), cancel);
        return new([.. lines.Select(line => new QueueGroup("", 1, false, [line]))], paging, paging.Total);
    }

    /// <summary>What a group holds now.</summary>
    /// <param name="key">"a:" and an account, or "t:" and the key of a text.</param>
    public async Task<IReadOnlyList<Guid>> OfGroupAsync(string key, CancellationToken cancel)
    {
        var waiting = db.Comments.Waiting();
        var found = key.StartsWith("t:", StringComparison.Ordinal) ? waiting.Where(c => c.TextKey == key.Substring(2))
            : key.StartsWith("a:", StringComparison.Ordinal) && Guid.TryParse(key.AsSpan(2), out var account) ? waiting.Where(c => c.AccountId == account)
            : waiting.Where(c => false);
        return await found.OrderBy(c => c.PostedAt).Select(c => c.Id).Take(DecideOnComments.Most).ToListAsync(cancel);
    }

    private static IQueryable<Comment> In(IQueryable<Comment> comments, Guid? section) => section is { } id ? comments.Where(c => c.Article.MainSectionId == id) : comments;

    private async Task<List<QueueLine>> LinesAsync(IQueryable<Comment> comments, CancellationToken cancel)
    {
        var lines = await comments.Select(c => new QueueLine(
            c.Id, c.AccountId, c.ArticleId, c.Article.Slug, c.Article.Headline, c.Article.MainSection.Name, c.Name, c.Function, c.Text, c.State, c.Reason, c.PostedAt, c.FeaturedAt != null, c.ThreadId != null)).ToListAsync(cancel);
        var ids = lines.ConvertAll(line => line.Id);
        var notices = (await db.CommentNotices.AsNoTracking().Where(n => ids.Contains(n.CommentId) && n.State == NoticeState.Received).OrderBy(n => n.ReceivedAt).Take(500).ToListAsync(cancel)).ToLookup(n => n.CommentId);
        return lines.ConvertAll(line => line with { Notices = [.. notices[line.Id]] });
    }
}

/// <param name="Total">Comments, in all groups.</param>
public sealed record QueuePage(IReadOnlyList<QueueGroup> Groups, Paging Paging, int Total);

/// <param name="Key">See <see cref="Queue.OfGroupAsync"/>; empty: a comment alone.</param>
/// <param name="IsText">Several people, the same words.</param>
public sealed record QueueGroup(string Key, int Count, bool IsText, IReadOnlyList<QueueLine> Lines);

/// <param name="PostedAt">UTC.</param>
public sealed record QueueLine(
    Guid Id, Guid? AccountId, long ArticleId, string Slug, string Headline, string Section, string Name, string Function, string Text, CommentState State, ModerationReason Reason, DateTime PostedAt, bool IsFeatured, bool IsAnswer)
{
    /// <summary>That wait for a decision.</summary>
    public IReadOnlyList<CommentNotice> Notices { get; init; } = [];
}
