using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>Opens what a purchase buys. Who has it already goes on where that ends: nobody pays for the same days twice.</summary>
public class OpenAccess(GazetierDb db, Masthead masthead)
{
    /// <summary>UTC; when what is bought would begin, and end.</summary>
    /// <param name="purchase">With its offer.</param>
    /// <param name="organisationId">Who will hold it, where an organisation buys and is known.</param>
    public async Task<(DateTime From, DateTime Until)> WhenAsync(Purchase purchase, Guid? organisationId, DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        if (purchase.RenewsId is { } renewed && await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == renewed, cancel) is { } contract)
        {
            var since = contract.Until > now ? contract.Until : now;
            return (since, Term.EndOf(since, purchase.Offer.TermMonths, zone));
        }

        var running = db.Subscriptions.AsNoTracking().Where(s => s.Kind == SubscriptionKind.Paid && s.SuspendedAt == null && s.Until > now);
        running = organisationId is not null
            ? running.Where(s => s.OrganisationId == organisationId)
            : running.Where(s => s.AccountId == purchase.AccountId && s.AccountId != null);
        var wanted = purchase.Offer.Products;
        var ends = (await running.Select(s => new { s.Products, s.Until }).ToListAsync(cancel)).Where(s => s.Products.Contains(wanted)).Select(s => s.Until);
        var from = ends.Append(now).Max();
        return (from, Term.EndOf(from, purchase.Offer.TermMonths, zone));
    }

    /// <summary>
    /// Adds the subscription, or carries on the one that the purchase renews, so that its people keep their seats; within whatever the
    /// caller is about to save.
    /// </summary>
    /// <param name="trialUntil">UTC; the end of the free days before the first term. Null: there are none.</param>
    public async Task<Subscription> RunAsync(Purchase purchase, DateTime now, CancellationToken cancel, DateTime? trialUntil = null)
    {
        var (from, until) = await WhenAsync(purchase, purchase.OrganisationId, now, cancel);
        if (purchase.RenewsId is { } renewed && await db.Subscriptions.FirstOrDefaultAsync(s => s.Id == renewed && s.OrganisationId == purchase.OrganisationId && s.CancelledAt == null, cancel) is { } contract)
        {
            contract.Until = until;
            contract.OfferId = purchase.OfferId;
            purchase.SubscriptionId = contract.Id;
            return contract;
        }

        until = trialUntil is { } free ? Term.EndOf(free, purchase.Offer.TermMonths, await masthead.ZoneAsync(cancel)) : until;
        var opened = new Subscription
        {
            AccountId = purchase.OrganisationId is null ? purchase.AccountId : null,
            OrganisationId = purchase.OrganisationId,
            Products = purchase.Offer.Products,
            Seats = purchase.OrganisationId is null ? null : purchase.Offer.Seats * purchase.Quantity,
            From = from,
            Until = until,
            TrialUntil = trialUntil,
            Origin = $"Formule {purchase.OfferName}",
            OfferId = purchase.OfferId,
            ConcludedAt = purchase.OrderedAt ?? now,
            Renews = purchase.Offer.Renews,
        };
        db.Subscriptions.Add(opened);
        purchase.SubscriptionId = opened.Id;
        return opened;
    }
}
