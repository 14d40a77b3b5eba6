using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>When a reader wants the edition, and up to when it was read.</summary>
public class DigestPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Heure et jours de votre édition",
            "Vous l’envoyer quand vous le voulez",
            "Contrat : vous l’avez demandé",
            "La durée du compte",
            WithTheAccount.Erased, [typeof(DigestRhythm)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var rhythms = await db.DigestRhythms.AsNoTracking().Where(r => r.AccountId == person.AccountId).ToListAsync(cancel);
        return
        [
            new("edition", ["frequence", "heure", "jour", "lue_jusqu_au", "prochaine_le"],
                [.. rhythms.Select(r => new object?[] { r.Frequency.ToString(), r.Hour, r.Day.ToString(), r.ReadUntil, r.NextDueAt })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.DigestRhythms.Where(r => r.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
