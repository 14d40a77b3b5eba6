using System.Text;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.MailingLists.Imports;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Newsroom;

/// <summary>One import: what would become of each line, or has; applied by one gesture, or abandoned.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ShowModel(GazetierDb db, ApplyImport apply, Masthead masthead, Phrases t) : PageModel
{
    /// <summary>Lines that the page shows; the file has them all.</summary>
    public const int Shown = 200;

    /// <summary>What a small list takes is done when the page comes back.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    /// <summary>"appliquer" or "abandonner".</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    [BindProperty(Name = "prevenir")]
    public bool Tells { get; set; }

    /// <summary>"1": the lines that are not added, as a file.</summary>
    [BindProperty(Name = "csv", SupportsGet = true)]
    public string? Csv { get; set; }

    public ListImport Import { get; private set; } = null!;

    public IReadOnlyDictionary<ImportOutcome, int> Counts { get; private set; } = new Dictionary<ImportOutcome, int>();

    public IReadOnlyList<ListImportLine> NotAdded { get; private set; } = [];

    public int ToDo { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public int Accepted => Counts.GetValueOrDefault(ImportOutcome.Accepted);

    public static string PathOf(Guid import) => "/redaction/lettres/imports/" + import;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } import)
        {
            return NotFound();
        }

        var refused = db.ListImportLines.AsNoTracking().Where(l => l.ImportId == id && l.Outcome != ImportOutcome.Accepted).OrderBy(l => l.Number);
        if (Csv == "1")
        {
            return File(await FileAsync(refused, cancel), "text/csv; charset=utf-8", "lignes-non-ajoutees.csv");
        }

        (Import, Zone) = (import, await masthead.ZoneAsync(cancel));
        Counts = await db.ListImportLines.CountsAsync(id, cancel);
        ToDo = await db.ListImportLines.ToDo(id).CountAsync(cancel);
        NotAdded = await refused.Take(Shown).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } import)
        {
            return NotFound();
        }

        if (Action == "abandonner")
        {
            await db.ListImports.Where(i => i.Id == id && i.State == ImportState.Checked).ExecuteDeleteAsync(cancel);
            return LocalRedirect(await db.ListImports.AnyAsync(i => i.Id == id, cancel) ? PathOf(id) : ImportModel.Here + "?fait=abandonne");
        }

        if (Action == "appliquer" && await apply.BeginAsync(import, Tells, HttpContext.SignedIn()!, cancel))
        {
            await apply.RunAsync(AtOnce, cancel);
        }

        return LocalRedirect(PathOf(id));
    }

    private Task<ListImport?> FindAsync(Guid id, CancellationToken cancel) => db.ListImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel);

    private async Task<byte[]> FileAsync(IQueryable<ListImportLine> lines, CancellationToken cancel)
    {
        var rows = new StringBuilder(Text.Csv.Mark).Append(Text.Csv.Row(t["Ligne"], t["Adresse"], t["Pourquoi"]));
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows.Append(Text.Csv.Row(line.Number, line.Email, line.Why(t)));
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
