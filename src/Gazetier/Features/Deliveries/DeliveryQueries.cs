namespace Gazetier.Features.Deliveries;

public static class DeliveryQueries
{
    /// <summary>What can be taken of an issue now: waiting, due, and held by nobody.</summary>
    public static IQueryable<Delivery> Takeable(this IQueryable<Delivery> deliveries, Guid issue, DateTime now) => deliveries.Where(d =>
        d.IssueId == issue && d.State == DeliveryState.Waiting && d.NotBefore <= now && (d.ClaimedUntil == null || d.ClaimedUntil < now));

    /// <summary>What is not closed, of some issues: what somebody holds is among it.</summary>
    public static IQueryable<Delivery> Open(this IQueryable<Delivery> deliveries, IReadOnlyCollection<Guid> issues) => deliveries.Where(d =>
        issues.Contains(d.IssueId) && (d.State == DeliveryState.Waiting || d.State == DeliveryState.InFlight));
}
