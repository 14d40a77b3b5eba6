namespace Gazetier.Features.Deliveries;

public static class DeliveryQueries
{
    /// <summary>What can be taken now: waiting, due, and held by nobody.</summary>
    public static IQueryable<Delivery> Takeable(this IQueryable<Delivery> deliveries, DateTime now) => deliveries.Where(d =>
        d.State == DeliveryState.Waiting && d.NotBefore <= now && (d.ClaimedUntil == null || d.ClaimedUntil < now));

    /// <summary>What was leaving when its node died: its lease has ended and nobody wrote the answer.</summary>
    public static IQueryable<Delivery> LeftInFlight(this IQueryable<Delivery> deliveries, DateTime now) => deliveries.Where(d =>
        d.State == DeliveryState.InFlight && d.ClaimedUntil < now);
}
