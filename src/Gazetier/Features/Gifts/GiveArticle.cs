using Gazetier.Data;
using Gazetier.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts;

/// <summary>Gives an article away, once a subscriber may: theirs is a right of their own, and some of the month's gifts are left.</summary>
public class GiveArticle(GazetierDb db, KnownRules rules, KnownAsks asks, TimeProvider clock)
{
    /// <summary>How many gifts are left to <paramref name="giver"/> this month.</summary>
    public async Task<int> LeftAsync(Guid giver, CancellationToken cancel)
    {
        var (limits, month) = await MonthAsync(cancel);
        return Math.Max(0, limits.GiftsAMonth - await db.Gifts.CountAsync(g => g.GiverId == giver && g.Month == month, cancel));
    }

    /// <summary>Whether this reader may give this article: they read it by a subscription or a seat, not because it was given to them.</summary>
    public async Task<bool> MayAsync(long article, Rights held, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await asks.OfAsync(article, now, cancel) is { Requirement: not Requirement.None } asked
            && Decision.Of(asked, held, now) is { MayReadAll: true } decision
            && (decision.Reason == Reason.Staff || decision.Through?.Source is GrantSource.Subscription or GrantSource.Seat);
    }

    /// <returns>Null: no gift is left this month.</returns>
    public async Task<Gift?> RunAsync(long article, Guid giver, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (limits, month) = await MonthAsync(cancel);
        while (true)
        {
            var given = await db.Gifts.CountAsync(g => g.GiverId == giver && g.Month == month, cancel);
            if (given >= limits.GiftsAMonth)
            {
                return null;
            }

            var gift = new Gift { ArticleId = article, GiverId = giver, Month = month, Number = given + 1, CreatedAt = now, ExpiresAt = now.AddDays(limits.GiftDays), MostOpenings = limits.GiftOpenings };
            db.Gifts.Add(gift);
            try
            {
                await db.SaveChangesAsync(cancel);
                return gift;
            }
            catch (DbUpdateException)
            {
                // Another tab gave the one with this number: count again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(AccessRules Rules, int Month)> MonthAsync(CancellationToken cancel)
    {
        var known = await rules.GetAsync(cancel);
        return (known.Rules, known.MonthOf(clock.GetUtcNow().UtcDateTime));
    }
}
