using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

public static class PurchaseQueries
{
    /// <summary>One of a reader's own, with its offer; null where it is not theirs.</summary>
    public static Task<Purchase?> OfReaderAsync(this IQueryable<Purchase> purchases, Guid id, Guid accountId, CancellationToken cancel) =>
        purchases.Include(p => p.Offer).FirstOrDefaultAsync(p => p.Id == id && p.AccountId == accountId, cancel);

    /// <summary>The newest written quote that we keep to for this purchase; null: there is none.</summary>
    public static async Task<WrittenQuote?> BindingAsync(this IQueryable<WrittenQuote> quotes, Purchase purchase, DateTime now, CancellationToken cancel) =>
        (await quotes.AsNoTracking().Where(q => q.PurchaseId == purchase.Id && q.ValidUntil > now).OrderByDescending(q => q.MadeAt).ToListAsync(cancel))
            .FirstOrDefault(q => q.Binds(purchase, now));

    /// <summary>Quotes that a reader asked for, and those for the renewal of contracts of organisations that they look after.</summary>
    public static IQueryable<WrittenQuote> OpenTo(this IQueryable<WrittenQuote> quotes, GazetierDb db, Guid accountId) =>
        quotes.Where(q => q.Purchase.AccountId == accountId
            || db.Subscriptions.Any(s => s.Id == q.RenewsId && db.Stewards.Any(w => w.OrganisationId == s.OrganisationId && w.AccountId == accountId)));

    /// <summary>What was ordered, newest first.</summary>
    public static IQueryable<Purchase> Ordered(this IQueryable<Purchase> purchases) =>
        purchases.Where(p => p.State != PurchaseState.Begun).OrderByDescending(p => p.OrderedAt).ThenByDescending(p => p.Id);

    /// <summary>What should have been paid and was not.</summary>
    public static IQueryable<Purchase> Late(this IQueryable<Purchase> purchases, DateTime now) =>
        purchases.Where(p => p.State == PurchaseState.Ordered && p.PaidCents < p.GrossCents && p.DueAt < now);

    /// <summary>Whose reminder is due.</summary>
    public static IQueryable<Purchase> ToRemind(this IQueryable<Purchase> purchases, DateTime now) =>
        purchases.Where(p => p.State == PurchaseState.Ordered && p.PaidCents < p.GrossCents && p.RemindAt <= now);

    /// <summary>Whose grace is over, and whose access still runs.</summary>
    public static IQueryable<Purchase> ToSuspend(this IQueryable<Purchase> purchases, DateTime now) =>
        purchases.Where(p => p.State == PurchaseState.Ordered && p.PaidCents < p.GrossCents && p.GraceUntil <= now && p.SuspendedAt == null && p.SubscriptionId != null);
}
