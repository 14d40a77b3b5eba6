using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>Throws a picture away that nothing uses; says where it is used otherwise.</summary>
[StaffMay(StaffAct.KeepPictures)]
public class DeleteModel(GazetierDb db, DeletePicture delete, PictureUses uses) : PageModel
{
    public Picture Picture { get; private set; } = null!;

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        Uses = await uses.OfAsync(picture, cancel);
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
            return LocalRedirect("/redaction/images?fait=supprimee");
        }

        Picture = await db.Pictures.AsNoTracking().FirstAsync(p => p.Id == id, cancel);
        Uses = used;
        return this.Refused(StatusCodes.Status409Conflict);
    }
}
