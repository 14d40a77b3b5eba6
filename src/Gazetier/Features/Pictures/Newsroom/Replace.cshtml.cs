using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>Gives a picture another file and leaves it where it is used.</summary>
[StaffMay(StaffAct.KeepPictures)]
[RequestSizeLimit(IndexModel.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = IndexModel.Largest)]
public class ReplaceModel(GazetierDb db, ReplacePicture replace, Phrases t) : PageModel
{
    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    public Picture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Upload is null)
        {
            return this.Refused("file", t["Choisissez une image."]);
        }

        try
        {
            await using var stream = Upload.OpenReadStream();
            return await replace.RunAsync(id, await KeepPicture.ReadAsync(stream, cancel), HttpContext.SignedIn()!, cancel)
                ? LocalRedirect($"/redaction/images/{id}?fait=remplacee")
                : this.Refused("file", t["Ce fichier est déjà dans la photothèque."]);
        }
        catch (PictureRefusedException refused)
        {
            return this.Refused("file", refused.Reason.Said(t));
        }
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        Picture = picture!;
        return picture is not null;
    }
}
