using Gazetier.Data;
using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Departures;

public static class DepartureQueries
{
    /// <summary>Contracts that these accounts may end at <paramref name="now"/> (UTC): their own, and those of organisations that they look after (L-04).</summary>
    public static IQueryable<Subscription> ToEnd(this GazetierDb db, IQueryable<Guid?> accounts, DateTime now)
    {
        var organisations = db.Stewards.Where(s => accounts.Contains(s.AccountId)).Select(s => (Guid?)s.OrganisationId);
        return db.Subscriptions.Where(s => s.Until > now && (accounts.Contains(s.AccountId) || organisations.Contains(s.OrganisationId)));
    }
}
