using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Departures.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures;

/// <summary>
/// Takes in a declaration: finds the contract, ends it as the law has it, and owes the acknowledgement, in one transaction (L-03).
/// Whoever declares is answered the same, whether there is such a contract or not (L-02).
/// </summary>
public class ReceiveDeparture(GazetierDb db, Masthead masthead, RequestLimits limits, ForgetReader forget, TimeProvider clock)
{
    /// <param name="network">Where it comes from, as <see cref="Network.Of"/> says it.</param>
    /// <param name="me">The account of who is signed in, or null.</param>
    /// <returns>Its number. Null: too many come from this network; nothing was kept.</returns>
    public async Task<string?> RunAsync(Departure declared, Guid? me, string network, CancellationToken cancel)
    {
        if (!limits.MayDepart(network))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var zone = await masthead.ZoneAsync(cancel);
        declared.ReceivedAt = now;
        var ended = await db.InTransactionAsync(
            async inside =>
            {
                var contract = await FindAsync(declared, me, now, zone, inside);
                if (contract is null)
                {
                    declared.AsksTheDesk = true;
                }
                else
                {
                    await EndAsync(declared, contract, now, zone, inside);
                }

                db.Departures.Add(declared);
                if (limits.MayMail(DepartureMails.Received, declared.Email))
                {
                    db.Owe(now, DepartureMails.Received, declared.Email, new DepartureMail(declared.Id));
                }

                return contract;
            },
            cancel);
        await ForgetAsync(ended, cancel);
        return declared.Number;
    }

    /// <summary>The same declaration twice is one: the first set the day, and the second is told it.</summary>
    private async Task EndAsync(Departure declared, Subscription contract, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var ending = Ending.Of(declared, contract, now, zone);
        if (ending.RefundDueAt is not null)
        {
            declared.RefundCents = await SettleAsync(declared, contract, ending, now, zone, cancel);
            ending = declared.RefundCents == 0 ? ending with { RefundDueAt = null, AsksTheDesk = false } : ending;
        }

        declared.SubscriptionId = contract.Id;
        declared.EndsAt = ending.EndsAt;
        declared.RefundDueAt = ending.RefundDueAt;
        declared.AsksTheDesk = ending.AsksTheDesk;
        contract.CancelledAt ??= now;
        contract.Until = ending.EndsAt;
    }

    /// <summary>Nobody is asked any more for what has ended; what was paid for the time after goes back.</summary>
    /// <returns>Cents to be paid back; null where no purchase says what was paid: the desk works it out.</returns>
    private async Task<int?> SettleAsync(Departure declared, Subscription contract, Ending ending, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var bought = db.Purchases.Where(p => p.SubscriptionId == contract.Id && p.State == PurchaseState.Ordered);
        var purchases = await bought.AsNoTracking().OrderByDescending(p => p.OrderedAt).ToListAsync(cancel);
        await bought.ExecuteUpdateAsync(
            p => p.SetProperty(x => x.RemindAt, (DateTime?)null).SetProperty(x => x.GraceUntil, (DateTime?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        var isUndone = declared.Kind == DepartureKind.Withdrawal || contract.IsTried(now);
        await bought.Where(p => p.PaidCents == 0 && isUndone).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.State, PurchaseState.Cancelled).SetProperty(x => x.CancelledAt, now), cancel);
        if (isUndone || purchases.Count == 0)
        {
            return purchases.Count == 0 ? null : purchases.Sum(p => p.KeptCents);
        }

        var began = LocalMoment.StartOf(LocalMoment.DayOf(contract.Until, zone).AddMonths(-purchases[0].TermMonths), zone);
        return ending.RefundOf(purchases[0].KeptCents, began, contract.Until);
    }

    /// <summary>
    /// Their own, by its reference; without one, the only one that runs under this address. The address must be its holder's: a
    /// reference alone ends nothing, so that nobody ends another's contract by guessing. What an address alone would end before its
    /// term, which cannot be taken back, waits for the desk.
    /// </summary>
    private async Task<Subscription?> FindAsync(Departure declared, Guid? me, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var address = declared.Email.ToUpperInvariant();
        var holders = db.Accounts.Where(a => a.NormalizedEmail == address || a.Id == me).Select(a => (Guid?)a.Id);
        var theirs = db.ToEnd(holders, now);
        if (declared.Reference.Length > 0)
        {
            var reference = SubscriptionReference.Read(declared.Reference);
            return await theirs.FirstOrDefaultAsync(s => s.Reference == reference, cancel);
        }

        var running = await theirs.OrderBy(s => s.CancelledAt != null).Take(2).ToListAsync(cancel);
        var only = running.Count(s => s.CancelledAt is null) == 1 || running.Count == 1 ? running[0] : null;
        return only is not null && me is null && Ending.Of(declared, only, now, zone).EndsAt < only.Until ? null : only;
    }

    private async Task ForgetAsync(Subscription? ended, CancellationToken cancel)
    {
        foreach (var reader in ended is null ? [] : await db.ReadersOfAsync(ended.Id, cancel))
        {
            forget(reader);
        }
    }
}
