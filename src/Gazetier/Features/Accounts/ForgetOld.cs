using Gazetier.Data;
using Gazetier.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>Erases what accounts no longer need (L-40): nothing about a reader stays longer than it serves.</summary>
public class ForgetOld(GazetierDb db, TimeProvider clock) : IForget
{
    /// <summary>How long ended sessions are known, so that a device that comes back is no news.</summary>
    public static readonly TimeSpan Sessions = TimeSpan.FromDays(90);

    /// <summary>How long mails that were sent, and links that are over, can be looked up by the desk.</summary>
    public static readonly TimeSpan Mails = TimeSpan.FromDays(30);

    /// <summary>How long it is known when somebody of the staff came in. What they did stays.</summary>
    public static readonly TimeSpan SignIns = TimeSpan.FromDays(365);

    public string What => "Connexions, liens et inscriptions qui ne servent plus, courriers de service";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (sessions, mails, confirmable) = (now - Sessions, now - Mails, now - MailedLinks.LongLifetime);
        var gone = await db.Sessions.Where(s => s.ExpiresAt < sessions).ExecuteDeleteAsync(cancel);
        gone += await db.MailedLinks.Where(l => l.ExpiresAt < mails).ExecuteDeleteAsync(cancel);
        gone += await db.SpentChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        var signIns = now - SignIns;
        gone += await db.Acts.Where(a => a.What == ActNames.SignedIn && a.At < signIns).ExecuteDeleteAsync(cancel);
        // The mail may have left late: its link counts from then.
        gone += await db.Registrations
            .Where(r => r.ConfirmedAt == null && r.CreatedAt < confirmable && !db.MailedLinks.Any(l => l.RegistrationId == r.Id && l.ExpiresAt > now))
            .ExecuteDeleteAsync(cancel);
        gone += await db.OutgoingMails
            .Where(m => m.Kind.StartsWith("account.") && (m.ClosedAt < mails || (m.ClosedAt != null && m.Kind == AccountMails.Deleted)))
            .ExecuteDeleteAsync(cancel);
        return gone;
    }
}
