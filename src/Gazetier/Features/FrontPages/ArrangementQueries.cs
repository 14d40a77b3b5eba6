using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages;

public static class ArrangementQueries
{
    /// <summary>Those that have begun, the one that readers see first.</summary>
    public static IQueryable<Arrangement> Begun(this IQueryable<Arrangement> arrangements, DateTime now) =>
        arrangements.Where(a => a.BeginsAt <= now).OrderByDescending(a => a.BeginsAt).ThenByDescending(a => a.Id);

    /// <summary>Those that will begin, the next first.</summary>
    public static IQueryable<Arrangement> ToCome(this IQueryable<Arrangement> arrangements, DateTime now) =>
        arrangements.Where(a => a.BeginsAt > now).OrderBy(a => a.BeginsAt).ThenBy(a => a.Id);

    public static IQueryable<Arrangement> Drafts(this IQueryable<Arrangement> arrangements) =>
        arrangements.Where(a => a.BeginsAt == null).OrderByDescending(a => a.SavedAt);

    public static IQueryable<Arrangement> Whole(this IQueryable<Arrangement> arrangements) =>
        arrangements.Include(a => a.Pins.OrderBy(p => p.Position)).Include(a => a.Blocks.OrderBy(b => b.Position)).AsSplitQuery();

    /// <summary>What readers see at <paramref name="at"/> (UTC).</summary>
    public static async Task<Arrangement> ShownAsync(this IQueryable<Arrangement> arrangements, DateTime at, CancellationToken cancel) =>
        await arrangements.AsNoTracking().Begun(at).Whole().FirstOrDefaultAsync(cancel) ?? new Arrangement { Name = "" };
}
