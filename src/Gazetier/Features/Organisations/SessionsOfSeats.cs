using Gazetier.Data;
using Gazetier.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>How many sessions an account has at once that reads by a seat. Who reads by a subscription of their own, and staff, are not capped.</summary>
public class SessionsOfSeats(GazetierDb db, TimeProvider clock)
{
    /// <summary>Null: as many as it likes.</summary>
    public async Task<int?> OfAsync(Guid accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == accountId && s.Account.Role == null)
            .Where(s => s.Subscription.From <= now && s.Subscription.Until > now && s.Subscription.SuspendedAt == null)
            .Select(s => new { s.Subscription.Products, Cap = db.Licences.Where(l => l.SubscriptionId == s.SubscriptionId).Select(l => l.MostSessions).FirstOrDefault() })
            .ToListAsync(cancel);
        if (seats.Count == 0)
        {
            return null;
        }

        var own = await db.Subscriptions.AsNoTracking().Where(s => s.AccountId == accountId && s.From <= now && s.Until > now && s.SuspendedAt == null).Select(s => s.Products).ToListAsync(cancel);
        var byDefault = await db.AccessRules.Select(r => (int?)r.SessionsOfSeat).FirstOrDefaultAsync(cancel) ?? AccessRules.DefaultSessions;
        return Licence.MostOf([.. seats.Where(seat => !own.Exists(held => held.Contains(seat.Products))).Select(seat => seat.Cap)], byDefault);
    }
}
