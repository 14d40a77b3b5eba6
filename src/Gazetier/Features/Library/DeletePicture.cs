using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>Throws a picture away that nothing uses: its row, its original and all renditions.</summary>
public class DeletePicture(GazetierDb db, PictureUses uses, PictureFiles files, TimeProvider clock)
{
    /// <returns>Where it is used, and so was not deleted; empty once it is gone; null where there was none.</returns>
    public async Task<IReadOnlyList<Use>?> RunAsync(Guid id, SignedIn staff, CancellationToken cancel)
    {
        if (await db.Pictures.FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } picture)
        {
            return null;
        }

        var found = await uses.OfAsync(picture, cancel);
        if (found.Count > 0)
        {
            return found;
        }

        db.Pictures.Remove(picture);
        db.Record(clock.GetUtcNow().UtcDateTime, staff, "picture.deleted", detail: $"{picture.Key} {picture.Credit}");
        await db.SaveChangesAsync(cancel);
        files.Forget(picture.Key);
        return [];
    }
}
