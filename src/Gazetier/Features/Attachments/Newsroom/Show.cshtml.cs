using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Attachments.Newsroom;

/// <summary>One file: seen or heard, renamed, and where it is used. Addresses that carry its old name work on: the key counts.</summary>
[StaffMay(StaffAct.KeepPictures)]
public class ShowModel(GazetierDb db, AttachmentUses uses, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "nom")]
    public string? Name { get; set; }

    /// <summary>"garde", "renomme".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Attachment Attachment { get; private set; } = null!;

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Name = Attachment.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Attachment.MaxName)
        {
            return this.Refused("nom", t["Donnez-lui un nom, de {0} signes au plus.", Attachment.MaxName]);
        }

        var before = Attachment.Name;
        Attachment.Name = Attachment.NameOf(Name, Attachment.Kind);
        db.Record(clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, "file.renamed", detail: $"{Attachment.Key} {before} → {Attachment.Name}");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/redaction/fichiers/{id}?fait=renomme");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Attachments.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } found)
        {
            return false;
        }

        Attachment = found;
        Zone = await masthead.ZoneAsync(cancel);
        Uses = await uses.OfAsync(found, cancel);
        return true;
    }
}
