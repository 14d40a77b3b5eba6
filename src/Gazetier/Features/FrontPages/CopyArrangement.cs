using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages;

/// <summary>Makes a draft of what another arrangement holds: today's for tomorrow, or what somebody sent too late to be kept where it was.</summary>
public class CopyArrangement(GazetierDb db, TimeProvider clock)
{
    /// <returns>The draft's id; null where there is no such arrangement.</returns>
    public async Task<Guid?> RunAsync(Guid from, string name, SignedIn staff, CancellationToken cancel) =>
        await db.Arrangements.AsNoTracking().Whole().FirstOrDefaultAsync(a => a.Id == from, cancel) is { } known
            ? await RunAsync(known, name, staff, cancel)
            : null;

    /// <param name="from">Kept or not.</param>
    public async Task<Guid> RunAsync(Arrangement from, string name, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = new Arrangement { Name = name, SavedAt = now, SavedByName = staff.DisplayName };
        var blocks = from.Blocks.DistinctBy(b => b.Id).ToDictionary(b => b.Id, CopyOf);
        draft.Blocks.AddRange(blocks.Values);
        var asked = from.Pins.ConvertAll(p => p.ArticleId);
        var known = await db.Articles.Where(a => asked.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        // A pin whose time is over holds nothing in the copy either.
        draft.Pins.AddRange(from.Pins.Where(p => p.Holds(now) && known.Contains(p.ArticleId)).Select(p => Copy(p, blocks)));
        db.Arrangements.Add(draft);
        db.Record(now, staff, "frontpage.drafted", null, name);
        await db.SaveChangesAsync(cancel);
        return draft.Id;
    }

    private static FrontPageBlock CopyOf(FrontPageBlock block) => new()
    {
        Kind = block.Kind,
        Title = block.Title,
        SubjectId = block.SubjectId,
        Seats = block.Seats,
        Position = block.Position,
        IsHidden = block.IsHidden,
    };

    private static Pin Copy(Pin pin, Dictionary<Guid, FrontPageBlock> blocks) => new()
    {
        ArticleId = pin.ArticleId,
        Place = pin.Place,
        BlockId = pin.BlockId is { } block ? blocks[block].Id : null,
        Position = pin.Position,
        Until = pin.Until,
    };
}
