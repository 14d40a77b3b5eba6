using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Adds an organisation, or changes its name, its SIRET and its size, for the desk.</summary>
public class KeepOrganisation(GazetierDb db, TimeProvider clock)
{
    /// <param name="id">Null: a new one.</param>
    /// <param name="siret">As <see cref="Siret.Read"/> gives it.</param>
    /// <returns>The organisation; or whose the SIRET is.</returns>
    public Task<(Guid Id, string? Owner)> RunAsync(Guid? id, string name, string? siret, int? size, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            if (siret is not null && await db.OfSiretAsync(siret, inside) is { } owner && (owner.Id != id || owner.Siret != siret))
            {
                return (owner.Id, owner.Name);
            }

            var now = clock.GetUtcNow().UtcDateTime;
            var organisation = id is null ? new Organisation { Name = name, CreatedAt = now } : await db.Organisations.SingleAsync(o => o.Id == id, inside);
            (organisation.Name, organisation.FoldedName, organisation.Siret, organisation.Size) = (name, Fold.Of(name), siret, size);
            if (id is null)
            {
                db.Organisations.Add(organisation);
            }

            // Its name stands above the pages that are read from its network.
            db.Append(now, AddressIndex.TermsChanged, AddressIndex.Tag(organisation.Id));
            db.Record(now, desk, id is null ? OrganisationActs.Created : OrganisationActs.Changed, null, name);
            return (organisation.Id, (string?)null);
        },
        cancel);
}
