using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers;

public static class OfferQueries
{
    /// <summary>As the page of the offers shows them.</summary>
    public static IQueryable<Offer> InOrder(this IQueryable<Offer> offers) => offers.OrderBy(o => o.Position).ThenBy(o => o.Name);

    /// <summary>What can be bought at that time (UTC).</summary>
    public static IQueryable<Offer> SoldAt(this IQueryable<Offer> offers, DateTime now) =>
        offers.Where(o => o.RetiredAt == null && (o.SoldFrom == null || o.SoldFrom <= now) && (o.SoldUntil == null || now < o.SoldUntil));

    /// <summary>Null: nothing is called so.</summary>
    /// <param name="typed">As somebody typed it.</param>
    public static async Task<PromotionCode?> PromotionAsync(this GazetierDb db, string? typed, CancellationToken cancel) =>
        PromotionCode.Read(typed) is { } code ? await db.PromotionCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, cancel) : null;

    /// <summary>Takes one use of a code, if there is one left: of two who come at once for the last, one has it.</summary>
    public static async Task<bool> TakeUseAsync(this GazetierDb db, Guid promotion, CancellationToken cancel) =>
        await db.PromotionCodes.Where(c => c.Id == promotion && (c.MostUses == null || c.Used < c.MostUses))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Used, x => x.Used + 1), cancel) == 1;

    /// <summary>Gives a use back.</summary>
    public static Task GiveUseBackAsync(this GazetierDb db, Guid promotion, CancellationToken cancel) =>
        db.PromotionCodes.Where(c => c.Id == promotion && c.Used > 0).ExecuteUpdateAsync(c => c.SetProperty(x => x.Used, x => x.Used - 1), cancel);
}
