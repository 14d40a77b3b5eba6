using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Who sits in a contract, as a steward sees them: nothing of what they read, or follow, or when but for the day (A-02, L-42).</summary>
/// <param name="TakenAt">UTC.</param>
/// <param name="LastSignInOn">A day, no finer; null: never.</param>
public sealed record SeatedPerson(Guid SeatId, Guid AccountId, Guid ContractId, int Number, string Name, string Email, SeatOrigin Origin, DateTime TakenAt, DateOnly? LastSignInOn)
{
    /// <param name="seatId">Null: all of them.</param>
    public static IQueryable<SeatedPerson> Of(GazetierDb db, Guid organisationId, Guid? seatId = null) => db.Seats.AsNoTracking()
        .Where(s => s.Subscription.OrganisationId == organisationId && (seatId == null || s.Id == seatId))
        .OrderBy(s => s.SubscriptionId).ThenBy(s => s.Number)
        .Select(s => new SeatedPerson(s.Id, s.AccountId, s.SubscriptionId, s.Number, s.Account.DisplayName, s.Account.Email!, s.Origin, s.TakenAt, s.Account.LastSignInOn));
}
