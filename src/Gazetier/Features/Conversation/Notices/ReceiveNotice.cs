using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Notices;

/// <summary>Takes in a notice, whoever gives it, and acknowledges it with its number (DSA art. 16). Takes nothing off by itself.</summary>
public class ReceiveNotice(GazetierDb db, ConversationPace pace, RequestLimits limits, TimeProvider clock)
{
    /// <param name="network">Where it comes from, as <see cref="Network.Of"/> says it.</param>
    /// <returns>False: too many come from this network; nothing was kept.</returns>
    public async Task<bool> RunAsync(CommentNotice notice, string network, CancellationToken cancel)
    {
        if (!pace.MayNotify(network))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        notice.ReceivedAt = now;
        db.CommentNotices.Add(notice);
        // An address that got enough this hour gets no more; the notice is kept all the same.
        if (notice.Email.Length > 0 && limits.MayMail(ConversationMails.Notified, notice.Email))
        {
            db.Owe(now, ConversationMails.Notified, notice.Email, new NoticeMail(notice.Id, notice.Language));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The comment stays: all who gave notice of it are told so, with the reason.</summary>
    /// <returns>How many notices.</returns>
    public Task<int> RejectAsync(Guid comment, string answer, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var open = await db.CommentNotices.AsNoTracking().Include(n => n.Comment).Where(n => n.CommentId == comment && n.State == NoticeState.Received).ToListAsync(token);
            if (await db.CommentNotices.Where(n => n.CommentId == comment && n.State == NoticeState.Received).ExecuteUpdateAsync(
                    n => n.SetProperty(x => x.State, NoticeState.Rejected).SetProperty(x => x.Answer, answer).SetProperty(x => x.DecidedAt, now), token) == 0)
            {
                return 0;
            }

            foreach (var notice in open.Where(n => n.Email.Length > 0))
            {
                db.Owe(now, ConversationMails.Decided, notice.Email, new NoticeMail(notice.Id, notice.Language));
            }

            db.Record(now, staff, "notice.rejected", open.FirstOrDefault()?.Comment.ArticleId, $"{string.Join(", ", open.Select(n => n.Number))} : {answer}");
            return open.Count;
        },
        cancel);
}
