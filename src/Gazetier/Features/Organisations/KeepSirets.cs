using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Gives further SIRETs to an organisation and takes them, for the desk.</summary>
public class KeepSirets(GazetierDb db, TimeProvider clock)
{
    /// <summary>Null: done.</summary>
    /// <returns>Why not, and whose it is where it is another's.</returns>
    public async Task<(SiretRefusal? Refusal, string Owner)> AddAsync(Guid organisationId, string? typed, SignedIn desk, CancellationToken cancel)
    {
        if (Siret.Read(typed) is not { } siret)
        {
            return (SiretRefusal.NoSiret, "");
        }

        try
        {
            return await db.InTransactionAsync(inside => GiveAsync(organisationId, siret, desk, inside), cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(inside => GiveAsync(organisationId, siret, desk, inside), cancel);
        }
    }

    private async Task<(SiretRefusal?, string)> GiveAsync(Guid organisationId, string siret, SignedIn desk, CancellationToken cancel)
    {
        if (await db.OfSiretAsync(siret, cancel) is { } owner)
        {
            return (owner.Id == organisationId ? SiretRefusal.Had : SiretRefusal.Taken, owner.Name);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.OrganisationSirets.Add(new OrganisationSiret { Siret = siret, OrganisationId = organisationId, AddedAt = now });
        db.Record(now, desk, OrganisationActs.SiretAdded, null, $"{await db.NameOfAsync(organisationId, cancel)} : {siret}");
        return (null, "");
    }

    public Task RemoveAsync(Guid organisationId, string siret, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            if (await db.OrganisationSirets.Where(s => s.OrganisationId == organisationId && s.Siret == siret).ExecuteDeleteAsync(inside) == 1)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, desk, OrganisationActs.SiretRemoved, null, $"{await db.NameOfAsync(organisationId, inside)} : {siret}");
            }
        },
        cancel);
}

/// <summary>Why a SIRET is not taken.</summary>
public enum SiretRefusal
{
    /// <summary>Not fourteen figures, or a figure is wrong.</summary>
    NoSiret,

    /// <summary>It is another organisation's.</summary>
    Taken,

    /// <summary>It is this one's already.</summary>
    Had,
}
