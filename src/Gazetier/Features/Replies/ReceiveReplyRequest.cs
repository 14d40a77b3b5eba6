using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Replies.Mails;
using Gazetier.Mail;

namespace Gazetier.Features.Replies;

/// <summary>
/// Takes in a request for a right of reply: keeps it, starts its clock, owes its sender the number and the editors-in-chief the news.
/// Publishes nothing.
/// </summary>
public class ReceiveReplyRequest(GazetierDb db, Masthead masthead, RequestLimits limits, NewspaperOptions options, TimeProvider clock)
{
    /// <param name="network">Where it comes from, as <see cref="Network.Of"/> says it.</param>
    /// <returns>False: too many come from this network; nothing was kept.</returns>
    public async Task<bool> RunAsync(ReplyRequest request, string network, CancellationToken cancel)
    {
        if (!limits.MayAskForReply(network))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        request.ReceivedAt = now;
        request.DueAt = ReplyClock.DueAt(now, options.Reply.Days, await masthead.ZoneAsync(cancel));
        var editors = await db.EditorsToTellAsync(cancel);
        db.ReplyRequests.Add(request);
        // An address that got enough this hour gets no more; the request is kept all the same.
        if (limits.MayMail(ReplyMails.Received, request.Email))
        {
            db.Owe(now, ReplyMails.Received, request.Email, new ReplyMail(request.Id, request.Language));
        }

        // A flood of requests is no flood of mails: the inbox holds them, and the last call comes for each.
        foreach (var (email, language) in editors.Where(editor => limits.MayMail(ReplyMails.Arrived, editor.Email)))
        {
            db.Owe(now, ReplyMails.Arrived, email, new ReplyMail(request.Id, language));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
