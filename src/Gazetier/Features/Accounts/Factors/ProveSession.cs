using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Writes down that a session was proven again, and gives it a new token: what was half and is whole must be so on every node at
/// once, and a token that leaked before is worth nothing after (S-05).
/// </summary>
public class ProveSession(GazetierDb db, SessionCookie cookie, BrowserCookie browsers, ForgetReader forget, TimeProvider clock)
{
    public async Task RunAsync(HttpContext context, Proof proof, CancellationToken cancel)
    {
        var me = context.SignedIn()!;
        var now = clock.GetUtcNow().UtcDateTime;
        var token = SessionCookie.NewToken();
        var hash = SessionCookie.Hash(token);
        var mark = proof.IsSecondFactor() ? browsers.Mark(context) : null;
        var session = await db.InTransactionAsync(
            async inside =>
            {
                var found = await db.Sessions.Include(s => s.Account).SingleOrDefaultAsync(s => s.Id == me.SessionId, inside);
                if (found is not null)
                {
                    (found.TokenHash, found.Proof, found.ProvenAt, found.LastSeenAt) = (hash, proof, now, now);
                    found.BrowserHash = mark ?? found.BrowserHash;
                    if (proof.IsSecondFactor() && !me.EntersNewsroom(now))
                    {
                        db.RecordOwn(now, found.Account, Audit.ActNames.SignedIn, $"{proof}; {found.Device}");
                    }
                }

                return found;
            },
            cancel);
        forget(me.AccountId);
        if (session is not null)
        {
            cookie.Write(context.Response, token, session.IsRemembered);
        }
    }
}
