using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>Throws a document, a film or a sound away that nothing uses.</summary>
public class DeleteAttachment(GazetierDb db, AttachmentUses uses, AttachmentFiles files, TimeProvider clock)
{
    /// <returns>Where it is used, and so was not deleted; empty once it is gone; null where there was none.</returns>
    public async Task<IReadOnlyList<Use>?> RunAsync(Guid id, SignedIn staff, CancellationToken cancel)
    {
        if (await db.Attachments.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } attachment)
        {
            return null;
        }

        var found = await uses.OfAsync(attachment, cancel);
        if (found.Count > 0)
        {
            return found;
        }

        db.Attachments.Remove(attachment);
        db.Record(clock.GetUtcNow().UtcDateTime, staff, "file.deleted", detail: $"{attachment.Key} {attachment.Name}");
        await db.SaveChangesAsync(cancel);
        files.Forget(attachment.Key);
        return [];
    }
}
