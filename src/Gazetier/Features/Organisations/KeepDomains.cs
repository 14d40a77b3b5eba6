using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Gives domains to organisations and takes them, for the desk. Who sits there by a domain that goes, stays: their steward decides.</summary>
public class KeepDomains(GazetierDb db, TimeProvider clock)
{
    /// <summary>Null: done.</summary>
    /// <returns>Why not, and whose it is where it is another's.</returns>
    public async Task<(DomainRefusal? Refusal, string Owner)> AddAsync(Guid organisationId, string? typed, SignedIn desk, CancellationToken cancel)
    {
        if (DomainName.Read(typed) is not { } domain)
        {
            // "fr" is no domain of mail addresses: it is what they end with.
            return (typed?.Trim().All(char.IsAsciiLetter) == true && typed.Trim().Length > 1 ? DomainRefusal.Suffix : DomainRefusal.NoDomain, "");
        }

        if (DomainName.Refusal(domain) is { } refusal)
        {
            return (refusal, "");
        }

        try
        {
            return await db.InTransactionAsync(inside => GiveAsync(organisationId, domain, desk, inside), cancel);
        }
        catch (DbUpdateException)
        {
            // Another desk gave it away at the same moment.
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(inside => GiveAsync(organisationId, domain, desk, inside), cancel);
        }
    }

    private async Task<(DomainRefusal?, string)> GiveAsync(Guid organisationId, string domain, SignedIn desk, CancellationToken cancel)
    {
        if (await db.OrganisationDomains.AsNoTracking().Include(d => d.Organisation).FirstOrDefaultAsync(d => d.Domain == domain, cancel) is { } taken)
        {
            return (taken.OrganisationId == organisationId ? DomainRefusal.Had : DomainRefusal.Taken, taken.Organisation.Name);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.OrganisationDomains.Add(new OrganisationDomain { Domain = domain, OrganisationId = organisationId, AddedAt = now });
        db.Record(now, desk, OrganisationActs.DomainAdded, null, $"{await db.NameOfAsync(organisationId, cancel)} : {domain}");
        return (null, "");
    }

    public Task RemoveAsync(Guid organisationId, string domain, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            if (await db.OrganisationDomains.Where(d => d.OrganisationId == organisationId && d.Domain == domain).ExecuteDeleteAsync(inside) == 1)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, desk, OrganisationActs.DomainRemoved, null, $"{await db.NameOfAsync(organisationId, inside)} : {domain}");
            }
        },
        cancel);
}
