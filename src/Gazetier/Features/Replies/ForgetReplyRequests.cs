using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>Erases requests a year after they were decided on, and the mails about them after thirty days (L-40). Published replies stay: they belong to the article.</summary>
public class ForgetReplyRequests(GazetierDb db, TimeProvider clock) : IForget
{
    private static readonly TimeSpan Mails = TimeSpan.FromDays(30);

    public string What => "Demandes de droit de réponse décidées depuis un an";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (decided, closed) = (now - ReplyRequest.Kept, now - Mails);
        var gone = await db.ReplyRequests.Decided().Where(r => r.DecidedAt < decided).ExecuteDeleteAsync(cancel);
        return gone + await db.OutgoingMails.Where(m => m.Kind.StartsWith("reply.") && m.ClosedAt < closed).ExecuteDeleteAsync(cancel);
    }
}
