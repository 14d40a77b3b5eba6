using Gazetier.Data;
using Gazetier.Features.Organisations;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

/// <summary>
/// Finds the organisation that a purchase is for, or makes it. A number that everybody can look up proves nothing: one that is a
/// customer already gets nothing from somebody who does not look after it, until the desk has asked.
/// </summary>
public class FindOrganisation(GazetierDb db)
{
    /// <returns>Null: it is ours, and the buyer is none of its stewards.</returns>
    public async Task<Guid?> RunAsync(Purchase purchase, Guid buyer, DateTime now, CancellationToken cancel)
    {
        if (purchase.RenewsId is { } renewed)
        {
            return await db.Subscriptions.Where(s => s.Id == renewed && db.Stewards.Any(t => t.OrganisationId == s.OrganisationId && t.AccountId == buyer))
                .Select(s => s.OrganisationId).FirstOrDefaultAsync(cancel);
        }

        var siret = purchase.Billing.Siret;
        if (await db.Organisations.Where(o => o.Siret == siret).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel) is { } known)
        {
            return await db.Stewards.AnyAsync(s => s.OrganisationId == known && s.AccountId == buyer, cancel) ? known : null;
        }

        var made = new Organisation
        {
            Name = purchase.Billing.Name,
            FoldedName = Fold.Of(purchase.Billing.Name),
            Siret = siret,
            Size = purchase.Inhabitants,
            CreatedAt = now,
        };
        db.Organisations.Add(made);
        db.Stewards.Add(new Steward { OrganisationId = made.Id, AccountId = buyer, AddedAt = now });
        return made.Id;
    }
}
