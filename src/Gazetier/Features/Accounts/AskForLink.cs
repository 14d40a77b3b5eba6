using Gazetier.Data;
using Gazetier.Mail;

namespace Gazetier.Features.Accounts;

/// <summary>Owes a mail with a link to an address. Nobody looks here whether the address is known (S-01).</summary>
public class AskForLink(GazetierDb db, RequestLimits limits, TimeProvider clock)
{
    /// <summary>False: this network asks for too many. An address that got enough this hour is answered as ever.</summary>
    /// <param name="kind"><see cref="AccountMails.SignIn"/> or <see cref="AccountMails.Recovery"/>.</param>
    /// <param name="email">As <see cref="EmailAddress.Read"/> gives it.</param>
    public async Task<bool> RunAsync(HttpContext context, string kind, string email, string? returnPath, CancellationToken cancel)
    {
        if (!limits.MayAskForMail(Network.Of(context.Connection.RemoteIpAddress)))
        {
            return false;
        }

        if (limits.MayMail(kind, email))
        {
            db.Owe(clock.GetUtcNow().UtcDateTime, kind, email, new LinkRequest(returnPath));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
