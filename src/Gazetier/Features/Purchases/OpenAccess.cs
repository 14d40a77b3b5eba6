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
        var running = db.Subscriptions.AsNoTracking().Where(s => s.Kind == SubscriptionKind.Paid && s.SuspendedAt == null && s.Until > now);
        running = organisationId is not null
            ? running.Where(s => s.OrganisationId == organisationId)
            : running.Where(s => s.AccountId == purchase.AccountId && s.AccountId != null);
        var wanted = purchase.Offer.Products;
        var ends = (await running.Select(s => new { s.Products, s.Until }).ToListAsync(cancel)).Where(s => s.Products.Contains(wanted)).Select(s => s.Until);
        var from = ends.Append(now).Max();
        return (from, Term.EndOf(from, purchase.Offer.TermMonths, await masthead.ZoneAsync(cancel)));
    }

    /// <summary>Adds the subscription, within whatever the caller is about to save.</summary>
    public async Task<Subscription> RunAsync(Purchase purchase, DateTime now, CancellationToken cancel)
    {
        var (from, until) = await WhenAsync(purchase, purchase.OrganisationId, now, cancel);
        var opened = new Subscription
        {
            AccountId = purchase.OrganisationId is null ? purchase.AccountId : null,
            OrganisationId = purchase.OrganisationId,
            Products = purchase.Offer.Products,
            Seats = purchase.OrganisationId is null ? null : purchase.Offer.Seats * purchase.Quantity,
            From = from,
            Until = until,
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
