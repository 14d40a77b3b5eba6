using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews;

/// <summary>Ends a link before its time: from then on it opens nothing.</summary>
public class RevokePreview(GazetierDb db, TimeProvider clock)
{
    /// <returns>False where there is no such link, or it is not theirs to revoke.</returns>
    public async Task<bool> RunAsync(long articleId, Guid linkId, SignedIn staff, CancellationToken cancel)
    {
        if (!await db.MayShareAsync(articleId, staff, cancel) || await db.PreviewLinks.FirstOrDefaultAsync(l => l.Id == linkId && l.ArticleId == articleId, cancel) is not { } link)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (link.IsOpen(now))
        {
            link.RevokedAt = now;
            db.Record(now, staff, "preview.revoked", articleId, link.Reader);
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
