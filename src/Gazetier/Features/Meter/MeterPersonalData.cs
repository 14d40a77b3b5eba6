using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Meter;

/// <summary>Which free articles were read this month.</summary>
public class MeterPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Articles réservés lus gratuitement ce mois-ci",
            "Compter ceux que vous pouvez encore lire",
            "Contrat",
            "Le mois en cours",
            WithTheAccount.Erased, [typeof(FreeReading)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var read = await db.FreeReadings.AsNoTracking().Where(r => r.AccountId == person.AccountId).OrderBy(r => r.Number).ToListAsync(cancel);
        return [new("articles-gratuits", ["mois", "article"], [.. read.Select(r => new object?[] { r.Month, r.ArticleId })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.FreeReadings.Where(r => r.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
