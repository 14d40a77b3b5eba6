using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases;

public static class PurchaseQueries
{
    /// <summary>One of a reader's own, with its offer; null where it is not theirs.</summary>
    public static Task<Purchase?> OfReaderAsync(this IQueryable<Purchase> purchases, Guid id, Guid accountId, CancellationToken cancel) =>
        purchases.Include(p => p.Offer).FirstOrDefaultAsync(p => p.Id == id && p.AccountId == accountId, cancel);

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
