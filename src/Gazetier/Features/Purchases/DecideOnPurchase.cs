using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Organisations;
using Gazetier.Features.Purchases.Mails;
using Gazetier.Mail;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>What the desk decides: to accept a purchase that waits, or to take one back.</summary>
public class DecideOnPurchase(GazetierDb db, OpenAccess access, Masthead masthead, ForgetReader forget, TimeProvider clock)
{
    /// <param name="makesSteward">Whether the buyer looks after the organisation from now on.</param>
    /// <returns>False: it does not wait any more, or there is no such organisation.</returns>
    public async Task<bool> AcceptAsync(Guid id, bool makesSteward, SignedIn by, CancellationToken cancel)
    {
        Guid? buyer = null;
        var isDone = await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                if (await ClaimAsync(id, PurchaseState.Waiting, PurchaseState.Ordered, token) is not { } purchase
                    || await db.Organisations.Where(o => o.Siret == purchase.Billing.Siret).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(token) is not { } organisation)
                {
                    return false;
                }

                buyer = purchase.AccountId;
                purchase.OrganisationId = organisation;
                if (makesSteward && buyer is { } steward && !await db.Stewards.AnyAsync(s => s.OrganisationId == organisation && s.AccountId == steward, token))
                {
                    db.Stewards.Add(new Steward { OrganisationId = organisation, AccountId = steward, AddedAt = now });
                }

                await FallDueAsync(purchase, now, token);
                await TellAsync(purchase, PurchaseMails.Accepted, now, token);
                db.Record(now, by, "purchase.accepted", detail: purchase.Number!);
                return true;
            },
            cancel);
        ForgetIf(buyer);
        return isDone;
    }

    /// <summary>Takes an order back: what it opened ends now, what was paid for it is to be refunded, its promotion code can be used again.</summary>
    /// <returns>False: there is nothing to take back.</returns>
    public async Task<bool> CancelAsync(Guid id, SignedIn by, CancellationToken cancel)
    {
        IReadOnlyList<Guid> readers = [];
        var isDone = await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var purchase = await ClaimAsync(id, PurchaseState.Ordered, PurchaseState.Cancelled, token) ?? await ClaimAsync(id, PurchaseState.Waiting, PurchaseState.Cancelled, token);
                if (purchase is null)
                {
                    return false;
                }

                purchase.CancelledAt = now;
                purchase.RemindAt = null;
                readers = await EndAccessAsync(purchase, now, token);
                if (purchase.PromotionCodeId is { } code)
                {
                    await db.GiveUseBackAsync(code, token);
                }

                await TellAsync(purchase, PurchaseMails.Cancelled, now, token);
                db.Record(now, by, "purchase.cancelled", detail: purchase.Number!);
                return true;
            },
            cancel);
        foreach (var reader in readers)
        {
            forget(reader);
        }

        return isDone;
    }

    /// <summary>Of two who decide at once, one does.</summary>
    private async Task<Purchase?> ClaimAsync(Guid id, PurchaseState from, PurchaseState to, CancellationToken cancel)
    {
        if (await db.Purchases.Where(p => p.Id == id && p.State == from)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, to).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 0)
        {
            return null;
        }

        var purchase = await db.Purchases.Include(p => p.Offer).SingleAsync(p => p.Id == id, cancel);
        await db.Entry(purchase).ReloadAsync(cancel);
        return purchase;
    }

    private async Task FallDueAsync(Purchase purchase, DateTime now, CancellationToken cancel)
    {
        var means = await db.MeansSettings.AsNoTracking().FirstOrDefaultAsync(s => s.Means == purchase.Means, cancel);
        if (means is not null && purchase.GrossCents > 0)
        {
            purchase.FallDue(means, now, await masthead.ZoneAsync(cancel));
        }

        if (means is not { OpensOnPayment: true } || purchase.GrossCents == 0)
        {
            await access.RunAsync(purchase, now, cancel);
        }
    }

    private async Task<IReadOnlyList<Guid>> EndAccessAsync(Purchase purchase, DateTime now, CancellationToken cancel)
    {
        if (purchase.SubscriptionId is not { } opened)
        {
            return [];
        }

        if (purchase.RenewsId == opened)
        {
            // What was paid before runs to its end.
            var before = await db.WrittenQuotes.Where(q => q.PurchaseId == purchase.Id && q.TermEndsAt != null).Select(q => q.TermEndsAt).FirstOrDefaultAsync(cancel) ?? now;
            await db.Subscriptions.Where(s => s.Id == opened && s.Until > now).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Until, before > now ? before : now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            return await db.ReadersOfAsync(opened, cancel);
        }

        await db.Subscriptions.Where(s => s.Id == opened && s.Until > now).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.Until, x => x.From > now ? x.From : now).SetProperty(x => x.CancelledAt, now).SetProperty(x => x.Renews, false).SetProperty(x => x.Version, x => x.Version + 1),
            cancel);
        return await db.ReadersOfAsync(opened, cancel);
    }

    private async Task TellAsync(Purchase purchase, string kind, DateTime now, CancellationToken cancel)
    {
        if (await db.Accounts.Where(a => a.Id == purchase.AccountId).Select(a => a.Email).FirstOrDefaultAsync(cancel) is { } email)
        {
            db.Owe(now, kind, email, new PurchaseMail(purchase.Id, purchase.Language));
        }
    }

    private void ForgetIf(Guid? reader)
    {
        if (reader is { } known)
        {
            forget(known);
        }
    }
}
