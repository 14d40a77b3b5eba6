using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Who was invited takes the seat that is held for them. The link proves the address, as that of a registration does: an address without
/// an account gets one here, one that has an account signs in first. Each invitation does it once.
/// </summary>
public class AcceptInvitation(GazetierDb db, ClaimSeat claim, OpenAccount open, ForgetReader forget, TimeProvider clock)
{
    /// <summary>The invitation that <paramref name="token"/> opens, expired or not; null: there is none, or it was accepted or taken back.</summary>
    public Task<Invitation?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = SessionCookie.Hash(token);
        return db.Invitations.AsNoTracking().Include(i => i.Subscription).FirstOrDefaultAsync(i => i.TokenHash == hash, cancel);
    }

    /// <summary>For the account of the invited address, which is signed in.</summary>
    public async Task<SeatOutcome> RunAsync(Invitation invitation, Guid accountId, CancellationToken cancel)
    {
        var outcome = await db.InTransactionAsync(inside => AcceptAsync(invitation, accountId, inside), cancel);
        forget(accountId);
        return outcome;
    }

    /// <summary>For an address that has no account: opens it. The account is null where no seat was given.</summary>
    public async Task<(SeatOutcome Outcome, Account? Account)> OpenAsync(Invitation invitation, string name, Language language, CancellationToken cancel)
    {
        Account? opened = null;
        var outcome = await db.InTransactionAsync(
            async inside =>
            {
                if (!await IsThereAsync(invitation, inside))
                {
                    return SeatOutcome.Unknown;
                }

                opened = await open.RunAsync(invitation.Email, name, language, inside);
                return await AcceptAsync(invitation, opened.Id, inside);
            },
            cancel);
        return (outcome, outcome is SeatOutcome.Taken or SeatOutcome.Had ? opened : null);
    }

    private async Task<SeatOutcome> AcceptAsync(Invitation invitation, Guid accountId, CancellationToken cancel)
    {
        await db.LockSeatsAsync(invitation.SubscriptionId, cancel);
        return await IsThereAsync(invitation, cancel) ? await claim.TakeAsync(invitation.SubscriptionId, accountId, SeatOrigin.Invitation, cancel) : SeatOutcome.Unknown;
    }

    private Task<bool> IsThereAsync(Invitation invitation, CancellationToken cancel) =>
        db.Invitations.Open(clock.GetUtcNow().UtcDateTime).AnyAsync(i => i.Id == invitation.Id && i.TokenHash == invitation.TokenHash, cancel);
}
