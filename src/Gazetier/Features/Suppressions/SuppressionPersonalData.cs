using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Suppressions;

/// <summary>Why nothing was sent to a reader. It goes with the account: without one nothing is sent anyway.</summary>
public class SuppressionPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Adresses auxquelles nous n’écrivons plus, et pourquoi",
            "Respecter un refus, une plainte ou un retour définitif",
            "Intérêt légitime",
            "Jusqu’à ce que l’adresse soit de nouveau confirmée, ou le compte supprimé",
            WithTheAccount.Erased, [typeof(Suppression)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var rows = await db.Suppressions.AsNoTracking().Where(s => s.Email == person.Email).OrderBy(s => s.At).ToListAsync(cancel);
        return
        [
            new("adresses-ecartees", ["adresse", "motif", "du", "reponse_du_serveur", "liste", "levee_le", "levee_par"],
                [.. rows.Select(s => new object?[] { s.Email, s.Reason.ToString(), s.At, s.Evidence, s.List, s.LiftedAt, s.LiftedByName })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.Suppressions.Where(s => s.Email == person.Email).ExecuteDeleteAsync(cancel);
}
