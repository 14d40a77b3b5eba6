using System.Text;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Announcements.Newsroom;

/// <summary>Brings announcements from a table: checked line by line first, imported by a second gesture. Good lines are kept whatever the others are.</summary>
[StaffMay(StaffAct.Publish)]
public class ImportModel(ImportAnnouncements import, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
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

    public IReadOnlyList<AnnouncementLine>? Checked { get; private set; }

    public int Good => Checked?.Count(line => line.IsGood) ?? 0;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "format")] string? format, CancellationToken cancel) => format == "csv"
        ? File(Encoding.UTF8.GetBytes(AnnouncementCsv.Example(LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel)))), "text/csv; charset=utf-8", "annonces.csv")
        : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload?.Length > LargestFile || Table?.Length > LargestFile)
        {
            return this.Refused("fichier", t["Ce fichier est trop lourd : {0} Mo au plus.", LargestFile / 1024 / 1024]);
        }

        if (Upload is { Length: > 0 })
        {
            ModelState.Remove("table");
            Table = Printable.Only(await TextOfAsync(Upload, cancel));
        }

        var lines = AnnouncementCsv.Read(Table ?? "", clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        if (lines.Count is 0 or > AnnouncementCsv.Most)
        {
            return this.Refused("fichier", t["Ce fichier n’a pas de ligne sous des colonnes « objet » et « reference », ou en a plus de {0}.", AnnouncementCsv.Most]);
        }

        Checked = await import.CheckAsync(Announcement.ByTable, lines, cancel);
        if (What != "importer" || Good == 0)
        {
            return Page();
        }

        var done = await import.RunAsync(Announcement.ByTable, lines, HttpContext.SignedIn()!, cancel);
        return LocalRedirect(FormattableString.Invariant($"{AnnouncementAddress.Newsroom}?ajoutees={done.Added}&changees={done.Changed}"));
    }

    private static async Task<string> TextOfAsync(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return SpreadsheetText.Of(content.ToArray());
    }
}
