using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Attachments.Newsroom;

/// <summary>Throws a file away that nothing uses; says where it is used otherwise.</summary>
[StaffMay(StaffAct.KeepPictures)]
public class DeleteModel(GazetierDb db, DeleteAttachment delete, AttachmentUses uses) : PageModel
{
    public Attachment Attachment { get; private set; } = null!;

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        Attachment = found;
        Uses = await uses.OfAsync(found, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await delete.RunAsync(id, HttpContext.SignedIn()!, cancel) is not { } used)
        {
            return NotFound();
        }

        if (used.Count == 0)
        {
            return LocalRedirect("/redaction/fichiers?fait=supprime");
        }

        Attachment = await db.Attachments.AsNoTracking().FirstAsync(a => a.Id == id, cancel);
        Uses = used;
        return this.Refused(StatusCodes.Status409Conflict);
    }
}
