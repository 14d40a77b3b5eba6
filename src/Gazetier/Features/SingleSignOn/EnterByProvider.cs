using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Figures;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Lets in whom a provider vouches for (P-04): into the account that the identity opens, or a new one; where the address is another
/// account's, or nobody answers for it, the reader first shows that it is theirs.
/// </summary>
public class EnterByProvider(
    GazetierDb db, LinkIdentity link, WaitingIdentities waiting, OpenSession open, SeatBySiret seat, Seal seal, RequestLimits limits, RegistrationCookie registrations,
    CountReading count, TimeProvider clock)
{
    /// <summary>Returns where to go.</summary>
    public async Task<string> RunAsync(HttpContext context, ProvenIdentity who, string idToken, string next, CancellationToken cancel)
    {
        var account = await link.FindAsync(who, cancel);
        if (account is null && who.IsEmailProven)
        {
            // Asked for again: two tabs may have opened it at the same moment.
            account = await link.OpenAsync(who, context.Language(), cancel) ?? await link.FindAsync(who, cancel);
        }

        if (account is not null)
        {
            return await EnterAsync(context, account, who, idToken, next, cancel);
        }

        await waiting.KeepAsync(context, who, next, cancel);
        if (who.Email is null || who.IsEmailProven)
        {
            return WaitingIdentities.Page;
        }

        await AskForAddressAsync(context, who.Email, cancel);
        return "/inscription/verifiez-vos-mails";
    }

    /// <summary>Ties what waits in this browser to the account of a reader who proved it a moment ago. Returns where to go; null: it opens another account.</summary>
    public async Task<string?> LinkAsync(Guid accountId, ProvenIdentity who, string next, CancellationToken cancel) =>
        await link.RunAsync(accountId, who, cancel) ? await LedAsync(accountId, who, next, cancel) : null;

    /// <summary>
    /// The session is short, as the provider's own is: whoever leaves an employer is out by the evening, and its seat is looked at anew
    /// each time (P-06).
    /// </summary>
    private async Task<string> EnterAsync(HttpContext context, Account account, ProvenIdentity who, string idToken, string next, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var closed = idToken.Length <= ProviderSession.LongestToken ? await seal.CloseAsync(idToken, ProviderSession.Purpose(who.Provider), cancel) : null;
        // Those of sessions that are over end nothing any more.
        await db.ProviderSessions.Where(p => db.Sessions.Any(s => s.Id == p.SessionId && s.ExpiresAt < now)).ExecuteDeleteAsync(cancel);
        count.SignedIn(context, account, next);
        var led = await LedAsync(account.Id, who, next, cancel);
        return await open.RunAsync(
            context, account, Proof.Provider, isRemembered: false, led, cancel,
            session => db.Add(new ProviderSession { SessionId = session.Id, Provider = who.Provider, ClosedToken = closed }));
    }

    private async Task<string> LedAsync(Guid accountId, ProvenIdentity who, string next, CancellationToken cancel) =>
        who.Siret is { } siret ? LocalPath.Or(await seat(accountId, siret, cancel), next) : next;

    /// <summary>As for any registration: known and unknown addresses get the same answer, and the mail tells (S-01, E-03).</summary>
    private async Task AskForAddressAsync(HttpContext context, string email, CancellationToken cancel)
    {
        if (!limits.MayRegister(Network.Of(context.Connection.RemoteIpAddress)))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var asked = new Registration { Email = email, PasswordHash = "", Language = context.Language().Code(), ReturnPath = WaitingIdentities.Page, CreatedAt = now };
        db.Registrations.Add(asked);
        registrations.Write(context.Response, asked.Id);
        if (limits.MayMail(AccountMails.Registration, email))
        {
            db.Owe(now, AccountMails.Registration, email, new RegistrationRequest(asked.Id));
        }

        await db.SaveChangesAsync(cancel);
    }
}
