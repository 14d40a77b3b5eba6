using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>Since when a reader has a private feed; not its key, which opens it.</summary>
public class FeedKeyPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Clé de votre flux privé",
            "Vous donner votre flux, et à vous seul",
            "Contrat : vous l’avez demandé",
            "Jusqu’à ce que vous la révoquiez",
            WithTheAccount.Erased, [typeof(FeedKey)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var keys = await db.FeedKeys.AsNoTracking().Where(k => k.AccountId == person.AccountId).ToListAsync(cancel);
        return [new("flux_personnel", ["depuis_le"], [.. keys.Select(k => new object?[] { k.CreatedAt })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.FeedKeys.Where(k => k.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
