using Gazetier.Data;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

public static class SeatQueries
{
    /// <summary>Invitations that hold a seat.</summary>
    public static IQueryable<Invitation> Open(this IQueryable<Invitation> invitations, DateTime now) => invitations.Where(i => i.ExpiresAt > now);

    /// <summary>Contracts of organisations that people may sit in: those that are to begin, too.</summary>
    public static IQueryable<Subscription> Seating(this IQueryable<Subscription> subscriptions, DateTime now) =>
        subscriptions.Where(s => s.OrganisationId != null && s.Until > now && s.SuspendedAt == null);

    /// <summary>Lets writers of one contract's seats queue behind its row until the transaction ends .</summary>
    public static Task LockSeatsAsync(this GazetierDb db, Guid subscriptionId, CancellationToken cancel) =>
        db.Subscriptions.Where(s => s.Id == subscriptionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version), cancel);

    /// <summary>Everybody who reads by this subscription: its holder, and who sits in it.</summary>
    public static async Task<IReadOnlyList<Guid>> ReadersOfAsync(this GazetierDb db, Guid subscriptionId, CancellationToken cancel)
    {
        var holder = await db.Subscriptions.Where(s => s.Id == subscriptionId && s.AccountId != null).Select(s => s.AccountId!.Value).ToListAsync(cancel);
        return [.. holder, .. await db.Seats.Where(s => s.SubscriptionId == subscriptionId).Select(s => s.AccountId).ToListAsync(cancel)];
    }

    /// <summary>Seats that nobody else can have: people who sit, and open invitations.</summary>
    public static async Task<SeatCount> SeatsOfAsync(this GazetierDb db, Subscription contract, DateTime now, CancellationToken cancel) => new(
        await db.Seats.CountAsync(s => s.SubscriptionId == contract.Id, cancel),
        await db.Invitations.Open(now).CountAsync(i => i.SubscriptionId == contract.Id, cancel),
        contract.Seats);

    /// <summary>The lowest number that nobody has; the contract's row must be locked.</summary>
    public static async Task<int> FreeNumberAsync(this GazetierDb db, Guid subscriptionId, CancellationToken cancel)
    {
        var seats = db.Seats.Where(s => s.SubscriptionId == subscriptionId);
        return await seats.AnyAsync(s => s.Number == 1, cancel)
            ? await seats.Where(s => !seats.Any(next => next.Number == s.Number + 1)).MinAsync(s => s.Number, cancel) + 1
            : 1;
    }

    /// <summary>
    /// The contracts that people of the organisation come into by themselves, by domain, by SIRET: those that run and open the newspaper,
    /// or, where none does, whichever run. Other contracts are by invitation.
    /// </summary>
    public static async Task<IReadOnlyList<Subscription>> ContractsToJoinAsync(this GazetierDb db, Guid organisationId, DateTime now, CancellationToken cancel)
    {
        var running = await db.Subscriptions.AsNoTracking().Seating(now).Where(s => s.OrganisationId == organisationId && s.From <= now).OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancel);
        var papers = running.Where(s => s.Products.Overlaps(ProductSet.Paper)).ToList();
        return papers.Count > 0 ? papers : running;
    }
}

/// <param name="Sitting">People who sit.</param>
/// <param name="Invited">Seats that open invitations hold.</param>
/// <param name="Of">Seats of the contract; null: as many as come.</param>
public readonly record struct SeatCount(int Sitting, int Invited, int? Of)
{
    public int Taken => Sitting + Invited;

    /// <summary>Null: no end.</summary>
    public int? Free => Of is { } seats ? Math.Max(0, seats - Taken) : null;

    public bool IsFull => Free == 0;
}
