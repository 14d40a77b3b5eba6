using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>One picture: what is said of it, what stays in sight where it is cropped, until when it may be shown, and where it is used.</summary>
[StaffMay(StaffAct.KeepPictures)]
public class ShowModel(GazetierDb db, DescribePicture describe, PictureUses uses, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public DescriptionForm Form { get; set; } = new();

    /// <summary>Number of the article that a lead picture is chosen for.</summary>
    [BindProperty(Name = "pour", SupportsGet = true)]
    public long? For { get; set; }

    /// <summary>"gardee", "decrite", "remplacee".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Picture Picture { get; private set; } = null!;

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Form = DescriptionForm.Of(Picture, Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Form.Read(ModelState, Zone, t, out var end) is not { } said)
        {
            return this.Refused();
        }

        return await describe.RunAsync(id, said, end, Form.Focus, HttpContext.SignedIn()!, cancel) is null
            ? NotFound()
            : LocalRedirect($"/redaction/images/{id}?fait=decrite{(For is { } article ? FormattableString.Invariant($"&pour={article}") : "")}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } picture)
        {
            return false;
        }

        Picture = picture;
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Uses = await uses.OfAsync(picture, cancel);
        return true;
    }
}
