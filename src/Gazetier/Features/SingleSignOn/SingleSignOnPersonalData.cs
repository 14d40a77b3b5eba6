using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.SingleSignOn;

/// <summary>By which providers a reader comes in, and what they said of the reader's work.</summary>
public class SingleSignOnPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Identité confirmée par un tiers que vous avez choisi (ProConnect, votre employeur) : identifiant, SIRET",
            "Vous connecter sans mot de passe",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous la détachiez",
            WithTheAccount.Erased, [typeof(LinkedIdentity), typeof(ProviderSession)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var identities = await db.LinkedIdentities.AsNoTracking().Where(i => i.AccountId == person.AccountId).OrderBy(i => i.LinkedAt).ToListAsync(cancel);
        return
        [
            new("identites_reliees", ["fournisseur", "identifiant", "fournisseur_derriere", "siret", "siret_precedent", "siret_change_le", "population", "reliee_le", "utilisee_le"],
                [.. identities.Select(i => new object?[] { i.Issuer, i.Subject, i.IdpId, i.Siret, i.FormerSiret, i.SiretChangedAt, i.BelongingPopulation, i.LinkedAt, i.LastUsedAt })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        await db.ProviderSessions.Where(p => db.Sessions.Any(s => s.Id == p.SessionId && s.AccountId == person.AccountId)).ExecuteDeleteAsync(cancel);
        await db.LinkedIdentities.Where(i => i.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
    }
}
