using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Organisations;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>Brings legal texts from a table: checked first, imported by a second gesture.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class ImportModel(ImportLegalTexts import, Phrases t) : PageModel
{
    /// <summary>Lines that the page shows.</summary>
    public const int Shown = 500;

    private const int LargestFile = 2 * 1024 * 1024;

    [BindProperty(Name = "fichier")]
    public IFormFile? Upload { get; set; }

    [BindProperty(Name = "table")]
    public string? Table { get; set; }

    /// <summary>"importer"; else the table is only checked.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public IReadOnlyList<TextLine>? Checked { get; private set; }

    public int Good => Checked?.Count(line => line.Fault == TextFault.None) ?? 0;

    public void OnGet()
    {
        // The empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload?.Length > LargestFile || Table?.Length > LargestFile)
        {
            return this.Refused("fichier", t["Ce fichier est trop lourd : {0} Mo au plus.", LargestFile / 1024 / 1024]);
        }

        if (Upload is { Length: > 0 })
        {
            ModelState.Remove("table");
            Table = await TextOfAsync(Upload, cancel);
        }

        var lines = LegalTextCsv.Read(Table ?? "", Body.Sanitise);
        if (lines.Count is 0 or > LegalTextCsv.Most)
        {
            return this.Refused("fichier", t["Ce fichier ne contient aucune ligne, ou plus de {0}.", LegalTextCsv.Most]);
        }

        Checked = await import.CheckAsync(lines, cancel);
        return What == "importer" && Good > 0
            ? LocalRedirect($"{LegalTextAddress.Newsroom}?importes={await import.RunAsync(Checked, HttpContext.SignedIn()!, cancel)}")
            : Page();
    }

    private static async Task<string> TextOfAsync(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return SpreadsheetText.Of(content.ToArray());
    }
}
