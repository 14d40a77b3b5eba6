using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// One more person sits in an organisation's subscription, on the lowest free number. Of two who claim the last seat at the same moment
/// one gets it: they queue behind the contract's row, and the database takes no number twice.
/// </summary>
public class ClaimSeat(GazetierDb db, ForgetReader forget, TimeProvider clock)
{
    public async Task<SeatOutcome> RunAsync(Guid subscriptionId, Guid accountId, SeatOrigin origin, CancellationToken cancel)
    {
        var outcome = await db.InTransactionAsync(inside => TakeAsync(subscriptionId, accountId, origin, inside), cancel);
        forget(accountId);
        return outcome;
    }

    /// <summary>Inside the caller's transaction, who then lets the reader be forgotten.</summary>
    public async Task<SeatOutcome> TakeAsync(Guid subscriptionId, Guid accountId, SeatOrigin origin, CancellationToken cancel)
    {
        await db.LockSeatsAsync(subscriptionId, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var contract = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == subscriptionId && s.OrganisationId != null, cancel);
        if (Refusal(contract, now) is { } refusal)
        {
            return refusal;
        }

        if (await db.Seats.AnyAsync(s => s.SubscriptionId == subscriptionId && s.AccountId == accountId, cancel))
        {
            return SeatOutcome.Had;
        }

        if (!await MayComeAsync(contract!.OrganisationId!.Value, accountId, origin, cancel))
        {
            return SeatOutcome.Withdrawn;
        }

        return await SitAsync(contract, accountId, origin, now, cancel);
    }

    private static SeatOutcome? Refusal(Subscription? contract, DateTime now) =>
        contract is null ? SeatOutcome.Unknown
        : contract.Until <= now ? SeatOutcome.Ended
        : contract.SuspendedAt is not null ? SeatOutcome.Suspended
        : null;

    private async Task<SeatOutcome> SitAsync(Subscription contract, Guid accountId, SeatOrigin origin, DateTime now, CancellationToken cancel)
    {
        var before = await db.SeatsOfAsync(contract, now, cancel);
        // Who was invited and comes by another way brings the seat that is held for them.
        var email = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Email!).SingleAsync(cancel);
        var brought = await db.Invitations.Open(now).CountAsync(i => i.SubscriptionId == contract.Id && i.Email == email, cancel);
        if (before.Free is { } free && free + brought < 1)
        {
            return SeatOutcome.Full;
        }

        await db.Invitations.Where(i => i.SubscriptionId == contract.Id && i.Email == email).ExecuteDeleteAsync(cancel);
        db.Seats.Add(new Seat
        {
            SubscriptionId = contract.Id,
            AccountId = accountId,
            Number = await db.FreeNumberAsync(contract.Id, cancel),
            Origin = origin,
            TakenAt = now,
        });
        await db.TellIfFullAsync(contract, before.Taken, before.Taken + 1 - brought, now, cancel);
        if (origin is SeatOrigin.Domain or SeatOrigin.SingleSignOn or SeatOrigin.Desk)
        {
            db.Owe(now, OrganisationMails.Seated, email, new SeatMail(contract.Id, accountId));
        }

        await db.SaveChangesAsync(cancel);
        return SeatOutcome.Taken;
    }

    private async Task<bool> MayComeAsync(Guid organisationId, Guid accountId, SeatOrigin origin, CancellationToken cancel)
    {
        var withdrawals = db.Withdrawals.Where(w => w.OrganisationId == organisationId && w.AccountId == accountId);
        if (origin is SeatOrigin.Invitation or SeatOrigin.Desk)
        {
            await withdrawals.ExecuteDeleteAsync(cancel);
            return true;
        }

        return !await withdrawals.AnyAsync(cancel);
    }
}
