using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts;

/// <summary>What a reader gave away. Who opened it is known to nobody.</summary>
public class GiftPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Articles offerts : lesquels, quand, combien de fois ouverts",
            "Tenir le compte de ce que vous offrez",
            "Contrat",
            "La durée du compte",
            WithTheAccount.Erased, [typeof(Gift)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var given = await db.Gifts.AsNoTracking().Where(g => g.GiverId == person.AccountId).OrderBy(g => g.CreatedAt).ToListAsync(cancel);
        return [new("articles-offerts", ["article", "offert_le", "jusqu_au", "ouvertures"], [.. given.Select(g => new object?[] { g.ArticleId, g.CreatedAt, g.ExpiresAt, g.Openings })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) => db.Gifts.Where(g => g.GiverId == person.AccountId).ExecuteDeleteAsync(cancel);
}
