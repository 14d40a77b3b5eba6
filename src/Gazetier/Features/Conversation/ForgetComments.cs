using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// Retention (L-40): network addresses after a year; what readers do not see when it can no longer be contested; who gave notice a year
/// after the decision; measures after the reports that count them; mails after thirty days.
/// </summary>
public class ForgetComments(GazetierDb db, TimeProvider clock) : IForget
{
    private static readonly TimeSpan Mails = TimeSpan.FromDays(30);

    public string What => "Réactions : adresses IP, textes que l’on ne voit plus, auteurs de signalements, mesures anciennes";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (addresses, unseen, notifiers, measures, mails) = (now - Comment.AddressKept, now - Comment.UnseenKept, now - CommentNotice.NotifierKept, now - Restriction.Kept, now - Mails);
        var gone = await db.Comments.Where(c => c.FromAddress != "" && c.PostedAt < addresses).ExecuteUpdateAsync(c => c.SetProperty(x => x.FromAddress, ""), cancel);
        gone += await db.CommentNotices.Where(n => n.DecidedAt < notifiers && (n.Email != "" || n.Name != "" || n.Explanation != "")).ExecuteUpdateAsync(
            n => n.SetProperty(x => x.Email, "").SetProperty(x => x.Name, "").SetProperty(x => x.Explanation, ""), cancel);
        gone += await ForgetUnseenAsync(unseen, cancel);
        gone += await db.Restrictions.Where(r => r.At < measures && (r.LiftedAt != null || r.CommentId != null || r.Kind == RestrictionKind.Warned || r.Until < now || r.AccountId == null)).ExecuteDeleteAsync(cancel);
        return gone + await db.OutgoingMails.Where(m => m.Kind.StartsWith("conversation.") && m.ClosedAt < mails).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Notices count in the report: what they were about stays without a word of it. What began a thread stays so, too.</summary>
    private async Task<int> ForgetUnseenAsync(DateTime before, CancellationToken cancel)
    {
        var over = db.Comments.Unseen().Where(c => (c.ClosedAt ?? c.PostedAt) < before && !db.Restrictions.Any(r => r.CommentId == c.Id && r.AppealedAt != null && r.AppealDecidedAt == null));
        var gone = await over.Where(c => !db.Comments.Any(r => r.ThreadId == c.Id) && !db.CommentNotices.Any(n => n.CommentId == c.Id)).ExecuteDeleteAsync(cancel);
        return gone + await over.Where(c => c.Text != "").ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Text, "").SetProperty(x => x.TextKey, "").SetProperty(x => x.Name, "").SetProperty(x => x.Function, "").SetProperty(x => x.AccountId, (Guid?)null), cancel);
    }
}
