using Gazetier.Data;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

public static class ConversationQueries
{
    /// <summary>What readers see.</summary>
    public static IQueryable<Comment> Shown(this IQueryable<Comment> comments) => comments.Where(c => c.State == CommentState.Published);

    /// <summary>What somebody of the newsroom must read.</summary>
    public static IQueryable<Comment> Waiting(this IQueryable<Comment> comments) => comments.Where(c => c.State == CommentState.Waiting);

    /// <summary>Comments of which somebody gave notice, that nobody decided on.</summary>
    public static IQueryable<Comment> Reported(this IQueryable<Comment> comments, GazetierDb db) =>
        comments.Where(c => db.CommentNotices.Any(n => n.CommentId == c.Id && n.State == NoticeState.Received));

    /// <summary>What was never shown, or is no longer.</summary>
    public static IQueryable<Comment> Unseen(this IQueryable<Comment> comments) =>
        comments.Where(c => c.State == CommentState.Refused || c.State == CommentState.Removed || c.State == CommentState.Withdrawn);

    /// <summary>Measures about a person that hold at <paramref name="now"/> (UTC).</summary>
    public static IQueryable<Restriction> InForce(this IQueryable<Restriction> restrictions, Guid account, DateTime now) => restrictions.Where(r =>
        r.AccountId == account && r.CommentId == null && r.LiftedAt == null && (r.Until == null || r.Until > now));

    /// <summary>What waits for its judge.</summary>
    public static IQueryable<Restriction> Appealed(this IQueryable<Restriction> restrictions) => restrictions.Where(r => r.AppealedAt != null && r.AppealDecidedAt == null);

    /// <summary>The rules, or what holds where nobody wrote any.</summary>
    public static async Task<CommentRules> CommentRulesAsync(this GazetierDb db, CancellationToken cancel) =>
        await db.CommentRules.AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) ?? new CommentRules();

    /// <summary>Who may write under an article; null: it has not appeared.</summary>
    public static async Task<Opening?> OpeningAsync(this GazetierDb db, CommentRules rules, long article, CancellationToken cancel) =>
        await db.Articles.AsNoTracking().Where(a => a.Id == article && a.PublishedAt != null)
            .Select(a => new
            {
                a.PublishedAt,
                Own = db.ArticleConversations.FirstOrDefault(o => o.ArticleId == a.Id),
                Section = db.SectionConversations.FirstOrDefault(s => s.SectionId == a.MainSectionId),
            })
            .FirstOrDefaultAsync(cancel) is { } found ? Opening.Of(rules, found.Own, found.Section?.ReadsBefore, found.PublishedAt!.Value) : null;
}
