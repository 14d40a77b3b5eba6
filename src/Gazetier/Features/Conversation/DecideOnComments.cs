using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// What the newsroom decides on comments, several at once: shows them, or takes them off with the reasons, which their authors are
/// told; whoever gave notice learns it, too. Of two who decide at the same moment one does.
/// </summary>
public class DecideOnComments(GazetierDb db, TellPages pages, WriteRestriction restrictions, TimeProvider clock)
{
    /// <summary>At once.</summary>
    public const int Most = 500;

    /// <summary>Shows them. What was refused or taken off before is there again, and its measure ends.</summary>
    /// <returns>How many changed.</returns>
    public async Task<int> PublishAsync(IReadOnlyCollection<Guid> ids, SignedIn staff, CancellationToken cancel)
    {
        await PrepareAsync(ids, cancel);
        return await db.InTransactionAsync(token => PublishInsideAsync(ids, staff, token), cancel);
    }

    /// <summary>The same, within the caller's transaction.</summary>
    public async Task<int> PublishInsideAsync(IReadOnlyCollection<Guid> ids, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await FindAsync(ids, cancel);
        var changed = new List<Comment>();
        foreach (var comment in found.Where(c => c.State is CommentState.Waiting or CommentState.Refused or CommentState.Removed))
        {
            if (await db.Comments.Where(c => c.Id == comment.Id && c.State == comment.State).ExecuteUpdateAsync(
                    c => c.SetProperty(x => x.State, CommentState.Published).SetProperty(x => x.Reason, ModerationReason.Moderator)
                        .SetProperty(x => x.PublishedAt, x => x.PublishedAt ?? now).SetProperty(x => x.ClosedAt, now).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1)
            {
                changed.Add(comment);
            }
        }

        var shown = changed.Select(c => c.Id).ToArray();
        await db.Restrictions.Where(r => r.CommentId != null && shown.Contains(r.CommentId.Value) && r.LiftedAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.LiftedAt, now), cancel);
        await TellAsync(changed, "comment.published", "", staff, atOnce: false, cancel);
        return changed.Count;
    }

    /// <summary>Takes them off, or never shows them; with the reasons.</summary>
    /// <returns>How many changed.</returns>
    public async Task<int> RefuseAsync(IReadOnlyCollection<Guid> ids, RestrictionGround ground, string facts, SignedIn staff, CancellationToken cancel)
    {
        await PrepareAsync(ids, cancel);
        return await db.InTransactionAsync(token => RefuseInsideAsync(ids, ground, facts, staff, token), cancel);
    }

    /// <summary>Puts it before the others, or back among them.</summary>
    public async Task<bool> FeatureAsync(Guid id, bool isFeatured, SignedIn staff, CancellationToken cancel)
    {
        await PrepareAsync([id], cancel);
        return await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                DateTime? at = isFeatured ? now : null;
                if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, token) is not { } comment
                    || await db.Comments.Shown().Where(c => c.Id == id && c.FeaturedAt == null == isFeatured).ExecuteUpdateAsync(c => c.SetProperty(x => x.FeaturedAt, at).SetProperty(x => x.Version, x => x.Version + 1), token) == 0)
                {
                    return false;
                }

                await TellAsync([comment], isFeatured ? "comment.featured" : "comment.unfeatured", "", staff, atOnce: true, token);
                return true;
            },
            cancel);
    }

    private async Task<int> RefuseInsideAsync(IReadOnlyCollection<Guid> ids, RestrictionGround ground, string facts, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = new List<Comment>();
        foreach (var comment in (await FindAsync(ids, cancel)).Where(c => c.State is CommentState.Waiting or CommentState.Published))
        {
            var state = comment.State == CommentState.Published ? CommentState.Removed : CommentState.Refused;
            if (await db.Comments.Where(c => c.Id == comment.Id && c.State == comment.State).ExecuteUpdateAsync(
                    c => c.SetProperty(x => x.State, state).SetProperty(x => x.Reason, ModerationReason.Moderator).SetProperty(x => x.ClosedAt, now)
                        .SetProperty(x => x.FeaturedAt, (DateTime?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1)
            {
                changed.Add(comment);
            }
        }

        var reported = await UpholdAsync([.. changed.Select(c => c.Id)], facts, now, cancel);
        await restrictions.WriteAsync([.. changed.Select(c => new Restriction
        {
            Number = CaseNumber.Draw("MOD"),
            Kind = c.State == CommentState.Published ? RestrictionKind.Removed : RestrictionKind.Refused,
            AccountId = c.AccountId,
            CommentId = c.Id,
            Facts = facts,
            Ground = ground,
            FollowsNotice = reported.Contains(c.Id),
            ById = staff.AccountId,
        })], cancel);
        await TellAsync(changed, "comment.refused", $"{ground} : {facts}", staff, atOnce: true, cancel);
        return changed.Count;
    }

    /// <summary>Who gave notice of them was right.</summary>
    private async Task<HashSet<Guid>> UpholdAsync(Guid[] comments, string facts, DateTime now, CancellationToken cancel)
    {
        var notices = await db.CommentNotices.Where(n => comments.Contains(n.CommentId) && n.State == NoticeState.Received).ToListAsync(cancel);
        foreach (var notice in notices)
        {
            (notice.State, notice.Answer, notice.DecidedAt) = (NoticeState.Upheld, facts, now);
            if (notice.Email.Length > 0)
            {
                db.Owe(now, ConversationMails.Decided, notice.Email, new NoticeMail(notice.Id, notice.Language));
            }
        }

        return [.. notices.Select(n => n.CommentId)];
    }

    private async Task TellAsync(IReadOnlyCollection<Comment> changed, string what, string detail, SignedIn staff, bool atOnce, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var of in changed.GroupBy(c => c.ArticleId))
        {
            db.Record(now, staff, what, of.Key, of.Count() == 1 ? detail : $"{of.Count()} réactions. {detail}");
            // A refusal of what nobody saw changes no page.
            if (what != "comment.refused" || of.Any(c => c.State == CommentState.Published))
            {
                await pages.ChangedAsync(of.Key, atOnce, cancel);
            }
        }
    }

    private async Task PrepareAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        foreach (var article in await db.Comments.Where(c => ids.Contains(c.Id)).Select(c => c.ArticleId).Distinct().ToListAsync(cancel))
        {
            await pages.PrepareAsync(article, cancel);
        }
    }

    private Task<List<Comment>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel);
}
