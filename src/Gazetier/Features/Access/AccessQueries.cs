using Gazetier.Data;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Access;

public static class AccessQueries
{
    /// <summary>What one account holds, wherever it asks from.</summary>
    public static async Task<Rights> RightsOfAsync(this GazetierDb db, Guid accountId, bool isStaff, CancellationToken cancel) =>
        (await db.RightsOfAsync(new Dictionary<Guid, bool> { [accountId] = isStaff }, cancel))[accountId];

    /// <summary>What many accounts hold, in two queries; for mails. The same rule as for one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Rights>> RightsOfAsync(
        this GazetierDb db,
        IReadOnlyDictionary<Guid, bool> isStaff,
        CancellationToken cancel)
    {
        var ids = isStaff.Keys.ToArray();
        var own = await db.Subscriptions.AsNoTracking().Where(s => s.SuspendedAt == null && s.AccountId != null && ids.Contains(s.AccountId.Value))
            .Select(s => new Term(
                s.AccountId!.Value, s.Kind == SubscriptionKind.Trial ? GrantSource.Trial : GrantSource.Subscription, s.From, s.Until, s.Products, s.Origin, 0, null, false))
            .ToListAsync(cancel);
        var through = await db.Seats.AsNoTracking().Where(s => s.Subscription.SuspendedAt == null && ids.Contains(s.AccountId))
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (s, o) => new Term(
                s.AccountId, GrantSource.Seat, s.Subscription.From, s.Subscription.Until, s.Subscription.Products, o.Name, s.Number, s.Subscription.Seats,
                db.Licences.Any(l => l.SubscriptionId == s.SubscriptionId && l.MayRedistribute)))
            .ToListAsync(cancel);
        var grants = own.Concat(through).ToLookup(term => term.Account, term => term.Grant);
        return isStaff.ToDictionary(
            account => account.Key,
            account => new Rights { IsRegistered = true, IsStaff = account.Value, Grants = [.. grants[account.Key]] });
    }

    /// <summary>
    /// Contracts that open something at <paramref name="now"/> (UTC), for asking a whole crowd: the same rule as for one reader. The
    /// sets of products that are sold are a handful, so that the database compares whole sets.
    /// </summary>
    /// <param name="opens">Whether a set of products counts.</param>
    public static async Task<IQueryable<Subscription>> OpeningAsync(this GazetierDb db, Func<ProductSet, bool> opens, DateTime now, CancellationToken cancel)
    {
        var running = db.Subscriptions.Where(s => s.From <= now && now < s.Until && s.SuspendedAt == null);
        var counting = (await running.Select(s => s.Products).Distinct().ToListAsync(cancel)).FindAll(set => opens(set));
        return running.Where(s => counting.Contains(s.Products));
    }

    private sealed record Term(
        Guid Account, GrantSource Source, DateTime From, DateTime Until, ProductSet Products, string Of, int Number, int? Seats, bool MayRedistribute)
    {
        /// <summary>"through <i>Ville de Lille</i>, seat 12 of 40".</summary>
        public Grant Grant => new(Source, From, Until, Label, Products, MayRedistribute: MayRedistribute);

        private string Label => Number == 0 ? Of : Seats is { } seats ? $"{Of}, place {Number} sur {seats}" : $"{Of}, place {Number}";
    }
}
