using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets;

/// <summary>Which sheets somebody of the staff looks after. That they looked stays, by name, as in the newsroom's record.</summary>
public class SheetPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Fiches : qui les tient à jour, qui les a relues",
            "Savoir à qui les faire revoir",
            "Intérêt légitime",
            "Aussi longtemps que la fiche",
            WithTheAccount.Detached, [typeof(Sheet)]) { IsOfStaff = true },
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var kept = await db.Sheets.AsNoTracking().Where(s => s.KeeperId == person.AccountId).OrderBy(s => s.ArticleId).Select(s => new { s.ArticleId, s.ReviewedAt }).ToListAsync(cancel);
        return [new("fiches", ["article", "revue_le"], [.. kept.Select(s => new object?[] { s.ArticleId, s.ReviewedAt })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.Sheets.Where(s => s.KeeperId == person.AccountId).ExecuteUpdateAsync(s => s.SetProperty(x => x.KeeperId, (Guid?)null), cancel);
}
