using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Departures.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
using Gazetier.Mail;
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
                    End(declared, contract, now, zone);
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
    private static void End(Departure declared, Subscription contract, DateTime now, TimeZoneInfo zone)
    {
        var ending = Ending.Of(declared, contract, now, zone);
        declared.SubscriptionId = contract.Id;
        declared.EndsAt = ending.EndsAt;
        declared.RefundDueAt = ending.RefundDueAt;
        declared.AsksTheDesk = ending.AsksTheDesk;
        contract.CancelledAt ??= now;
        contract.Until = ending.EndsAt;
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
        var organisations = db.Stewards.Where(s => holders.Contains(s.AccountId)).Select(s => (Guid?)s.OrganisationId);
        var theirs = db.Subscriptions.Where(s => s.Until > now && (holders.Contains(s.AccountId) || organisations.Contains(s.OrganisationId)));
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
        if (ended?.AccountId is { } holder)
        {
            forget(holder);
        }
        else if (ended is not null)
        {
            (await db.Seats.Where(s => s.SubscriptionId == ended.Id).Select(s => s.AccountId).ToListAsync(cancel)).ForEach(account => forget(account));
        }
    }
}
