using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>The PDF of an issue: brought, replaced, taken out.</summary>
[StaffMay(StaffAct.Publish)]
public class PdfModel(GazetierDb db, KeepPrintIssue keep, PrintFiles files, Phrases t) : PageModel
{
    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    /// <summary>"retirer": takes it out; else the file is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public PrintIssue Issue { get; private set; } = null!;

    public string Here => FormattableString.Invariant($"{IndexModel.Root}/{Issue.Number}/pdf");

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel) => await FindAsync(number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (What == "retirer")
        {
            return Kept(await keep.SetPdfAsync(Issue, null, 0, HttpContext.SignedIn()!, cancel), "pdf-retire");
        }

        if (Upload is null)
        {
            return this.Refused("file", t["Choisissez un fichier PDF."]);
        }

        try
        {
            await using var stream = Upload.OpenReadStream();
            var (key, bytes) = await files.KeepAsync(stream, cancel);
            return Kept(await keep.SetPdfAsync(Issue, key, bytes, HttpContext.SignedIn()!, cancel), "pdf");
        }
        catch (PdfRefusedException refused)
        {
            return this.Refused("file", refused.Reason.Said(t));
        }

        LocalRedirectResult Kept(bool isKept, string done) => LocalRedirect(FormattableString.Invariant($"{IndexModel.Root}/{number}?fait={(isKept ? done : "trop-tard")}"));
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        var found = await db.PrintIssues.FirstOrDefaultAsync(i => i.Number == number, cancel);
        Issue = found!;
        return found is not null;
    }
}
