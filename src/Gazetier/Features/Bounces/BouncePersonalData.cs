using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces;

/// <summary>What came back from a reader's address. When the account goes, the rows count on and name nobody.</summary>
public class BouncePersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Retours de courrier : adresse, motif donné par le serveur",
            "Ne plus écrire à une adresse qui n’existe pas",
            "Intérêt légitime",
            "La durée du compte",
            WithTheAccount.Erased, [typeof(RecordedBounce)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var rows = await db.RecordedBounces.AsNoTracking().Where(b => b.Email == person.Email).OrderBy(b => b.At).ToListAsync(cancel);
        return
        [
            new("retours", ["adresse", "genre", "du", "liste", "code", "reponse_du_serveur"],
                [.. rows.Select(b => new object?[] { b.Email, b.Kind.ToString(), b.At, b.List, b.Status, b.Diagnostic })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.RecordedBounces.Where(b => b.Email == person.Email)
        .ExecuteUpdateAsync(b => b.SetProperty(x => x.Email, "").SetProperty(x => x.Diagnostic, ""), cancel);
}
