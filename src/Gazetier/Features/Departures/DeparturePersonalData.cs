using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures;

/// <summary>
/// Declarations that came with a reader's address. What was declared is the proof of both sides (C. civ. 2224, five years) and outlives
/// the account; what the desk has to do about it, too (GDPR art. 17 § 3).
/// </summary>
public class DeparturePersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Résiliations et rétractations : nom, adresses, référence, motif",
            "Les enregistrer et vous en donner la preuve",
            "Obligation légale (code de la consommation, art. L. 215-1-1 et L. 221-21)",
            "Cinq ans",
            WithTheAccount.Kept, [typeof(Departure)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var declared = await db.Departures.AsNoTracking().Where(d => d.Email == person.Email).OrderBy(d => d.ReceivedAt).ToListAsync(cancel);
        string[] columns = ["numero", "nature", "recue_le", "nom", "adresse", "reference", "fin_souhaitee", "motif", "adresse_postale", "fin"];
        return
        [
            new("resiliations", columns,
            [
                .. declared.Select(d => new object?[]
                {
                    d.Number, d.Kind.ToString(), d.ReceivedAt, d.Name, d.Email, d.Reference, d.WishedOn?.ToString("O", CultureInfo.InvariantCulture), d.Ground, d.PostalAddress, d.EndsAt,
                }),
            ]),
        ];
    }

    /// <summary>Kept, without what is no longer needed to prove it.</summary>
    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.Departures.Where(d => d.Email == person.Email && (!d.AsksTheDesk || d.SettledAt != null))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.PostalAddress, "").SetProperty(x => x.Ground, ""), cancel);
}
