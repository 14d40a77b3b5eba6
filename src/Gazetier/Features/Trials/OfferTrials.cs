using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Trials;

/// <summary>
/// The free days before the first term of an offer: once for each person and product, and for each organisation; never for who held it
/// already.
/// </summary>
public class OfferTrials(GazetierDb db, TrialPersons persons, Masthead masthead)
{
    /// <param name="siret">Of the organisation that buys; empty: a reader does.</param>
    /// <returns>UTC, exclusive: when they would end. Null: there are none.</returns>
    public async Task<DateTime?> EndOfAsync(Offer offer, Guid accountId, string siret, DateTime now, CancellationToken cancel)
    {
        if (offer.TrialDays <= 0 || offer.Products.IsEmpty || await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancel) is not { Email: not null } account)
        {
            return null;
        }

        var held = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == accountId
                || db.Seats.Any(seat => seat.SubscriptionId == s.Id && seat.AccountId == accountId)
                || (siret != "" && db.Organisations.Any(o => o.Id == s.OrganisationId && o.Siret == siret)))
            .Select(s => s.Products).ToListAsync(cancel);
        var person = await persons.OfAsync(account, cancel);
        var numbers = offer.Products.Numbers.ToList();
        return held.Exists(products => products.Overlaps(offer.Products)) || await db.TrialsTaken.AnyAsync(t => t.Person == person && numbers.Contains(t.Product), cancel)
            ? null
            : BeginTrial.EndOf(now, offer.TrialDays, await masthead.ZoneAsync(cancel));
    }

    /// <summary>Keeps that they were taken, within whatever the caller is about to save: of two at once, one is kept.</summary>
    public async Task TakeAsync(Offer offer, Guid accountId, DateTime now, CancellationToken cancel)
    {
        var person = await persons.OfAsync(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel), cancel);
        db.TrialsTaken.AddRange(offer.Products.Numbers.Select(number => new TrialTaken { Person = person, Product = number, BegunAt = now }));
    }
}
