using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>A contract as its steward and the desk see it.</summary>
/// <param name="Price">Cents of the offer that it was bought by; null: not known.</param>
/// <param name="MostSessions">Of one person at once; null: no cap.</param>
/// <param name="MayRedistribute">See <see cref="Licence"/>.</param>
public sealed record ContractView(Subscription Contract, SeatCount Seats, int? Price, string? Currency, int? MostSessions, bool MayRedistribute)
{
    /// <summary>Contracts of one organisation: those that run first, then the latest.</summary>
    public static async Task<IReadOnlyList<ContractView>> OfAsync(GazetierDb db, Guid organisationId, DateTime now, CancellationToken cancel)
    {
        var contracts = await db.Subscriptions.AsNoTracking().Include(s => s.Offer).Where(s => s.OrganisationId == organisationId).ToListAsync(cancel);
        var licences = await db.Licences.AsNoTracking().Where(l => l.Subscription.OrganisationId == organisationId).ToDictionaryAsync(l => l.SubscriptionId, cancel);
        var byDefault = await db.AccessRules.Select(r => (int?)r.SessionsOfSeat).FirstOrDefaultAsync(cancel) ?? AccessRules.DefaultSessions;
        var views = new List<ContractView>();
        foreach (var contract in contracts.OrderByDescending(s => s.Until > now).ThenByDescending(s => s.Until).ThenBy(s => s.Id))
        {
            var licence = licences.GetValueOrDefault(contract.Id);
            views.Add(new ContractView(
                contract, await db.SeatsOfAsync(contract, now, cancel), contract.Offer?.PriceCents, contract.Offer?.Currency, Licence.MostOf([licence?.MostSessions], byDefault), licence?.MayRedistribute == true));
        }

        return views;
    }
}
