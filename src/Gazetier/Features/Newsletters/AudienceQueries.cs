using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Who gets a newsletter: who signed up, is of its audience, and has an address that nothing stands against. Staff who signed up
/// get all: they see what leaves. The same rights as <c>AccessQueries</c> reads one by one, asked of the database.
/// </summary>
public static class AudienceQueries
{
    /// <summary>Those who get it at <paramref name="now"/> (UTC).</summary>
    public static async Task<IQueryable<NewsletterSignup>> AudienceOfAsync(this GazetierDb db, Newsletter newsletter, DateTime now, CancellationToken cancel)
    {
        var id = newsletter.Id;
        var signedUp = db.NewsletterSignups.AsNoTracking().Where(s =>
            s.NewsletterId == id && s.LeftAt == null && s.Account.Email != null && !db.Suppressions.Standing().Any(x => x.Email == s.Account.Email));
        if (newsletter.Audience == Audience.Everybody)
        {
            return signedUp;
        }

        var asked = ProductSet.Of(newsletter.ProductNumber ?? 0);
        var rights = await db.OpeningAsync(set => newsletter.Audience == Audience.Holders ? set.Overlaps(asked) : !set.IsEmpty, now, cancel);
        return newsletter.Audience switch
        {
            Audience.Members => signedUp.Where(s => s.Account.Role != null || db.Seats.Any(seat => seat.AccountId == s.AccountId && rights.Any(x => x.Id == seat.SubscriptionId))),
            Audience.FreeReaders => signedUp.Where(s => s.Account.Role != null
                || (!rights.Any(x => x.AccountId == s.AccountId) && !db.Seats.Any(seat => seat.AccountId == s.AccountId && rights.Any(x => x.Id == seat.SubscriptionId)))),
            _ => signedUp.Where(s => s.Account.Role != null
                || rights.Any(x => x.AccountId == s.AccountId) || db.Seats.Any(seat => seat.AccountId == s.AccountId && rights.Any(x => x.Id == seat.SubscriptionId))),
        };
    }

    public static async Task<int> CountAudienceAsync(this GazetierDb db, Newsletter newsletter, DateTime now, CancellationToken cancel) =>
        await (await db.AudienceOfAsync(newsletter, now, cancel)).CountAsync(cancel);
}
