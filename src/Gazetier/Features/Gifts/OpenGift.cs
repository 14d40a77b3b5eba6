using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts;

/// <summary>Opens a gift in one more browser, where one may.</summary>
public class OpenGift(GazetierDb db, GiftCookie cookie, TimeProvider clock)
{
    /// <returns>Null where the link is none of ours.</returns>
    public Task<Gift?> FindAsync(string token, CancellationToken cancel) => db.Gifts.AsNoTracking().FirstOrDefaultAsync(g => g.Token == token, cancel);

    /// <summary>Counted by a conditional update: of two browsers that ask for the last opening one gets it.</summary>
    public async Task<bool> RunAsync(Gift gift, HttpContext context, CancellationToken cancel)
    {
        if (await cookie.HasAsync(context.Request, gift, cancel))
        {
            return gift.IsGood(clock.GetUtcNow().UtcDateTime);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var opened = await db.Gifts.Where(g => g.Id == gift.Id && g.RevokedAt == null && g.ExpiresAt > now && g.Openings < g.MostOpenings)
            .ExecuteUpdateAsync(g => g.SetProperty(x => x.Openings, x => x.Openings + 1), cancel);
        if (opened == 0)
        {
            return false;
        }

        await cookie.AddAsync(context, gift, now, cancel);
        return true;
    }
}
