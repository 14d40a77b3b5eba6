using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

public static class AccessQueries
{
    /// <summary>What one account holds.</summary>
    public static async Task<Rights> RightsOfAsync(this GazetierDb db, Guid accountId, bool isStaff, CancellationToken cancel)
    {
        var grants = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == accountId)
            .Select(s => new Grant(GrantSource.Subscription, s.From, s.Until, s.Origin))
            .ToArrayAsync(cancel);
        return new Rights { IsRegistered = true, IsStaff = isStaff, Grants = grants };
    }

    /// <summary>What many accounts hold, in one query; for mails. The same rule as for one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Rights>> RightsOfAsync(
        this GazetierDb db,
        IReadOnlyDictionary<Guid, bool> isStaff,
        CancellationToken cancel)
    {
        var ids = isStaff.Keys.ToArray();
        var grants = (await db.Subscriptions.AsNoTracking()
            .Where(s => ids.Contains(s.AccountId))
            .Select(s => new { s.AccountId, Grant = new Grant(GrantSource.Subscription, s.From, s.Until, s.Origin) })
            .ToListAsync(cancel)).ToLookup(s => s.AccountId, s => s.Grant);
        return isStaff.ToDictionary(
            account => account.Key,
            account => new Rights { IsRegistered = true, IsStaff = account.Value, Grants = [.. grants[account.Key]] });
    }
}
