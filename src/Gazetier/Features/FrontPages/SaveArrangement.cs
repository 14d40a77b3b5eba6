using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.FrontPages;

/// <summary>
/// Keeps what somebody arranged, and gives it to readers where it says when. What readers see or have seen is never changed, and
/// what another saved meanwhile is never overwritten unseen.
/// </summary>
public class SaveArrangement(GazetierDb db, TimeProvider clock)
{
    /// <param name="version">The one that they began from.</param>
    /// <param name="wanted">Its name, when it begins, what it holds; a time that is past is now.</param>
    public async Task<ArrangementOutcome> RunAsync(Guid id, int version, Arrangement wanted, SignedIn staff, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(token => SaveAsync(id, version, wanted, staff, token), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node saved at the same moment.
            db.ChangeTracker.Clear();
            return await OvertakenAsync(id, cancel);
        }
    }

    private async Task<ArrangementOutcome> SaveAsync(Guid id, int version, Arrangement wanted, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Arrangements.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } arrangement)
        {
            return new ArrangementOutcome(ArrangementResult.Gone);
        }

        if (arrangement.HasBegun(now) || arrangement.Version != version)
        {
            db.ChangeTracker.Clear();
            return await OvertakenAsync(id, cancel);
        }

        var wasToCome = arrangement.BeginsAt is not null;
        arrangement.Name = wanted.Name;
        arrangement.BeginsAt = wanted.BeginsAt < now ? now : wanted.BeginsAt;
        (arrangement.SavedAt, arrangement.SavedByName) = (now, staff.DisplayName);
        db.Entry(arrangement).State = EntityState.Modified;
        // The row is ours from here on; what it holds is written anew.
        await db.SaveChangesAsync(cancel);
        await ReplaceAsync(arrangement, wanted, cancel);
        Tell(arrangement, wasToCome, now, staff);
        return new ArrangementOutcome(ArrangementResult.Saved, arrangement.Version);
    }

    private async Task ReplaceAsync(Arrangement arrangement, Arrangement wanted, CancellationToken cancel)
    {
        await db.Pins.Where(p => p.ArrangementId == arrangement.Id).ExecuteDeleteAsync(cancel);
        await db.FrontPageBlocks.Where(b => b.ArrangementId == arrangement.Id).ExecuteDeleteAsync(cancel);
        var asked = wanted.Pins.ConvertAll(p => p.ArticleId);
        var known = await db.Articles.Where(a => asked.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        // The ids came with the form: they only say which pin stands in which block.
        var ids = new Dictionary<Guid, Guid>();
        foreach (var block in wanted.Blocks)
        {
            ids[block.Id] = Guid.CreateVersion7();
            (block.Id, block.ArrangementId) = (ids[block.Id], arrangement.Id);
            db.FrontPageBlocks.Add(block);
        }

        foreach (var pin in wanted.Pins.Where(p => known.Contains(p.ArticleId)))
        {
            pin.ArrangementId = arrangement.Id;
            pin.BlockId = pin.BlockId is { } block ? ids[block] : null;
            db.Pins.Add(pin);
        }
    }

    /// <summary>A page that is kept must learn that it ends at another time, too.</summary>
    private void Tell(Arrangement arrangement, bool wasToCome, DateTime now, SignedIn staff)
    {
        if (arrangement.BeginsAt is not { } begins)
        {
            if (wasToCome)
            {
                db.Append(now, "frontpage.unscheduled", ArticleTags.Front);
                db.Record(now, staff, "frontpage.unscheduled", null, arrangement.Name);
            }

            return;
        }

        var what = begins > now ? "frontpage.scheduled" : "frontpage.published";
        db.Append(now, what, ArticleTags.Front);
        db.Record(now, staff, what, null, $"{arrangement.Name} ({begins:u})");
    }

    private async Task<ArrangementOutcome> OvertakenAsync(Guid id, CancellationToken cancel)
    {
        var newest = await db.Arrangements.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel);
        return newest is null
            ? new ArrangementOutcome(ArrangementResult.Gone)
            : new ArrangementOutcome(
                newest.HasBegun(clock.GetUtcNow().UtcDateTime) ? ArrangementResult.Begun : ArrangementResult.Overtaken,
                newest.Version, newest.SavedByName, newest.SavedAt);
    }
}

/// <summary>What became of a save.</summary>
/// <param name="Version">Of what is kept now.</param>
/// <param name="By">Who saved that.</param>
/// <param name="At">UTC; when.</param>
public sealed record ArrangementOutcome(ArrangementResult Result, int Version = 0, string By = "", DateTime At = default);

/// <summary>What became of a save.</summary>
public enum ArrangementResult
{
    Saved,

    /// <summary>Another saved it meanwhile; nothing was written.</summary>
    Overtaken,

    /// <summary>Readers see it already; nothing was written.</summary>
    Begun,
    Gone,
}
