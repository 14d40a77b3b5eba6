using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions;

/// <summary>What a reader subscribed to.</summary>
public class SubscriptionPersonalData(GazetierDb db) : IHoldPersonalData
{
    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == person.AccountId).OrderBy(s => s.From).ToListAsync(cancel);
        return [new("abonnements", ["origine", "du", "jusqu_au"], [.. subscriptions.Select(s => new object?[] { s.Origin, s.From, s.Until })])];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.Subscriptions.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
