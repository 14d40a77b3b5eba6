using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Somebody's seat is free again: their steward or the desk takes it, or they give it back. It ends at once; who sat there reads it in a mail.</summary>
public class GiveBackSeat(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    /// <summary>False: nobody sits there, or it is another organisation's.</summary>
    /// <param name="isOwn">They gave it back themselves: nobody need tell them.</param>
    public async Task<bool> RunAsync(Guid organisationId, Guid seatId, bool isOwn, CancellationToken cancel)
    {
        var account = await db.InTransactionAsync(inside => TakeBackAsync(organisationId, seatId, isOwn, inside), cancel);
        if (account is { } gone)
        {
            forget(gone);
        }

        return account is not null;
    }

    /// <summary>Inside the caller's transaction, who then lets the reader be forgotten. Whose seat it was; null: nobody's.</summary>
    public async Task<Guid?> TakeBackAsync(Guid organisationId, Guid seatId, bool isOwn, CancellationToken cancel)
    {
        var seat = await db.Seats.AsNoTracking().Include(s => s.Account).FirstOrDefaultAsync(s => s.Id == seatId && s.Subscription.OrganisationId == organisationId, cancel);
        if (seat is null || await db.Seats.Where(s => s.Id == seatId).ExecuteDeleteAsync(cancel) == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.Withdrawals.AnyAsync(w => w.OrganisationId == organisationId && w.AccountId == seat.AccountId, cancel))
        {
            db.Withdrawals.Add(new Withdrawal { OrganisationId = organisationId, AccountId = seat.AccountId, At = now });
        }

        if (!isOwn)
        {
            db.Owe(now, OrganisationMails.Withdrawn, seat.Account.Email!, new SeatMail(seat.SubscriptionId, seat.AccountId));
        }

        return seat.AccountId;
    }
}
