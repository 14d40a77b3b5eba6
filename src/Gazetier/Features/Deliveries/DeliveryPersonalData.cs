using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>What was posted to a reader. When the account goes, the ledger keeps its rows and forgets whose they were.</summary>
public class DeliveryPersonalData(GazetierDb db, TimeProvider clock) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Registre des envois : adresse, date, articles envoyés, réponse du serveur de courrier",
            "N’envoyer chaque édition qu’une fois, prouver qu’elle est partie",
            "Intérêt légitime",
            "La durée du compte ; ensuite une preuve d’envoi, détachée du compte",
            WithTheAccount.Detached, [typeof(Delivery)]),
    ];

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(d => d.AccountId == person.AccountId)
            .OrderBy(d => d.NotBefore)
            .Select(d => new { d.Issue.Title, d.Email, d.State, d.Articles, d.NotBefore, d.ClosedAt, d.Answer })
            .ToListAsync(cancel);
        return
        [
            new("envois", ["numero", "adresse", "etat", "articles", "du", "clos_le", "reponse"],
                [.. deliveries.Select(d => new object?[] { d.Title, d.Email, d.State.ToString(), d.Articles, d.NotBefore, d.ClosedAt, d.Answer })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = db.Deliveries.Where(d => d.AccountId == person.AccountId || d.Email == person.Email);
        await mine.Where(d => d.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, DeliveryState.Dropped).SetProperty(x => x.ClosedAt, now), cancel);
        // Servers repeat the address in their answers.
        await mine.ExecuteUpdateAsync(
            d => d.SetProperty(x => x.Email, "").SetProperty(x => x.AccountId, (Guid?)null).SetProperty(x => x.Answer, (string?)null), cancel);
    }
}
