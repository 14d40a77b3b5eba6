using Gazetier.Data;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>A contract as its steward and the desk see it.</summary>
/// <param name="Price">Cents of the offer that it was bought by; null: not known.</param>
public sealed record ContractView(Subscription Contract, SeatCount Seats, int? Price, string? Currency)
{
    /// <summary>Contracts of one organisation: those that run first, then the latest.</summary>
    public static async Task<IReadOnlyList<ContractView>> OfAsync(GazetierDb db, Guid organisationId, DateTime now, CancellationToken cancel)
    {
        var contracts = await db.Subscriptions.AsNoTracking().Include(s => s.Offer).Where(s => s.OrganisationId == organisationId).ToListAsync(cancel);
        var views = new List<ContractView>();
        foreach (var contract in contracts.OrderByDescending(s => s.Until > now).ThenByDescending(s => s.Until).ThenBy(s => s.Id))
        {
            views.Add(new ContractView(contract, await db.SeatsOfAsync(contract, now, cancel), contract.Offer?.PriceCents, contract.Offer?.Currency));
        }

        return views;
    }
}
