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
}
