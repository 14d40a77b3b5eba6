using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Mail;

/// <summary>Sends what is owed in the outbox: claims a row, composes, hands over, closes it with the answer.</summary>
public class PostOutbox(GazetierDb db, IMailTransport transport, IEnumerable<IComposeMail> composers, TimeProvider clock)
{
    private const int Batch = 50;
    private const int LastAttempt = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Returns how many rows were closed or put off; 0 when nothing was due.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.OutgoingMails.AsNoTracking().Due(now).OrderBy(m => m.NotBefore).Take(Batch).ToListAsync(cancel);
        var done = 0;
        foreach (var mail in due)
        {
            if (await ClaimAsync(mail.Id, now, cancel))
            {
                await CloseAsync(mail, await SendAsync(mail, cancel), cancel);
                done++;
            }
        }

        return done;
    }

    /// <summary>Another node may have been faster: the row says who has it.</summary>
    private async Task<bool> ClaimAsync(Guid id, DateTime now, CancellationToken cancel) =>
        await db.OutgoingMails.Due(now).Where(m => m.Id == id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedUntil, now + Lease).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel) == 1;

    private async Task<Handover> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var composer = composers.FirstOrDefault(c => c.Kinds.Contains(mail.Kind, StringComparer.Ordinal));
        if (composer is null)
        {
            return new Handover(HandoverResult.Refused, $"nobody composes '{mail.Kind}'");
        }

        var email = await composer.ComposeAsync(mail, cancel);
        return email is null
            ? new Handover(HandoverResult.Accepted, "nothing owed")
            : await transport.SendAsync(email, cancel);
    }

    private async Task CloseAsync(OutgoingMail mail, Handover handover, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isOver = handover.Result != HandoverResult.TryLater || mail.Attempts + 1 >= LastAttempt;
        var wait = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(mail.Attempts, 12)));
        await db.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.ClosedAt, isOver ? now : null)
                .SetProperty(x => x.NotBefore, isOver ? mail.NotBefore : now + wait)
                .SetProperty(x => x.ClaimedUntil, (DateTime?)null)
                .SetProperty(x => x.Answer, handover.Answer),
            cancel);
    }
}
