using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Redirects.Newsroom;

/// <summary>Takes a file of redirects in, and says which lines were refused and why.</summary>
[StaffMay(StaffAct.Govern)]
[RequestSizeLimit(2 * Largest)]
public class ImportModel(KeepRedirects keep, Phrases t) : PageModel
{
    /// <summary>Bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    private const int MostLines = 20_000;

    /// <summary>Refused lines that are shown.</summary>
    public const int Shown = 200;

    [BindProperty(Name = "fichier")]
    public IFormFile? Upload { get; set; }

    [BindProperty(Name = "lignes")]
    public string? Pasted { get; set; }

    public RedirectReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload?.Length > Largest || Pasted?.Length > Largest)
        {
            return this.Refused("fichier", t["{0} Mo au plus : partagez le fichier en plusieurs.", Largest / 1024 / 1024]);
        }

        var lines = RedirectLine.Read(await ReadAsync(cancel)).Take(MostLines + 1).ToList();
        if (lines.Count is 0 or > MostLines)
        {
            return this.Refused("fichier", lines.Count == 0
                ? t["Choisissez un fichier, ou collez des lignes : l’ancienne adresse, un point-virgule, la nouvelle."]
                : t["{0} lignes au plus : partagez le fichier en plusieurs.", MostLines]);
        }

        // The report is the answer: it stands nowhere else.
        Report = await keep.RunAsync(lines, HttpContext.SignedIn()!, cancel);
        return Page();
    }

    private async Task<string> ReadAsync(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return Printable.Only(Pasted ?? "");
        }

        using var reader = new StreamReader(Upload.OpenReadStream());
        return Printable.Only(await reader.ReadToEndAsync(cancel));
    }
}
