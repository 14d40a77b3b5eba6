using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Restrictions;

/// <summary>Recours: the person contests a measure for six months; somebody else of the staff than who decided judges it (DSA art. 20; L-60).</summary>
public class AppealRestriction(GazetierDb db, DecideOnComments comments, TellPages pages, TimeProvider clock)
{
    /// <returns>False: too late, or contested before.</returns>
    public async Task<bool> AppealAsync(Guid restriction, Guid account, string words, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Restrictions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == restriction && r.AccountId == account, cancel);
        return found?.MayAppeal(now) == true && await db.Restrictions.Where(r => r.Id == restriction && r.AppealedAt == null && r.LiftedAt == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.AppealedAt, now).SetProperty(x => x.Appeal, words), cancel) == 1;
    }

    /// <summary>Upholds the measure, or ends it: then a comment is shown, and a person writes again.</summary>
    /// <returns>False: it is not this person's to judge, or was judged.</returns>
    public async Task<bool> JudgeAsync(Guid restriction, bool succeeds, string answer, SignedIn staff, CancellationToken cancel)
    {
        if (await db.Restrictions.AsNoTracking().Include(r => r.Comment).FirstOrDefaultAsync(r => r.Id == restriction, cancel) is not { } found || !found.MayBeJudgedBy(staff.AccountId))
        {
            return false;
        }

        if (found.Comment is { } comment)
        {
            await pages.PrepareAsync(comment.ArticleId, cancel);
        }

        return await db.InTransactionAsync(token => JudgeInsideAsync(found, succeeds, answer, staff, token), cancel);
    }

    private async Task<bool> JudgeInsideAsync(Restriction found, bool succeeds, string answer, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime? lifted = succeeds ? now : null;
        // The row says once more who may not: of two judges one judges, and never who decided.
        if (await db.Restrictions.Appealed().Where(r => r.Id == found.Id && r.ById != staff.AccountId).ExecuteUpdateAsync(
                r => r.SetProperty(x => x.AppealDecidedAt, now).SetProperty(x => x.AppealSucceeded, succeeds).SetProperty(x => x.AppealAnswer, answer).SetProperty(x => x.LiftedAt, x => x.LiftedAt ?? lifted), cancel) == 0)
        {
            return false;
        }

        if (succeeds && found.CommentId is { } comment)
        {
            await comments.PublishInsideAsync([comment], staff, cancel);
        }

        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == found.AccountId, cancel) is { Email: { } email } person)
        {
            db.Owe(now, ConversationMails.Judged, email, new RestrictionMail(found.Id, 1, person.Language));
        }

        db.Record(now, staff, succeeds ? "appeal.granted" : "appeal.rejected", found.Comment?.ArticleId, $"{found.Number} : {answer}");
        return true;
    }
}
