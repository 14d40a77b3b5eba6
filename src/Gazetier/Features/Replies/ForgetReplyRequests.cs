using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>Erases requests a year after they were decided on, and the mails about them after thirty days (L-40). Published replies stay: they belong to the article.</summary>
public class ForgetReplyRequests(GazetierDb db, TimeProvider clock)
{
    private static readonly TimeSpan Mails = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (decided, closed) = (now - ReplyRequest.Kept, now - Mails);
        await db.ReplyRequests.Decided().Where(r => r.DecidedAt < decided).ExecuteDeleteAsync(cancel);
        await db.OutgoingMails.Where(m => m.Kind.StartsWith("reply.") && m.ClosedAt < closed).ExecuteDeleteAsync(cancel);
    }
}
