using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>The contents of an issue, a line each; the articles of its week are offered.</summary>
[StaffMay(StaffAct.Publish)]
public class ContentsModel(GazetierDb db, KeepPrintIssue keep, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Week = 7;
    private const int Offered = 60;
    private const int MostFaults = 10;

    [BindProperty(Name = "sommaire")]
    public string? Lines { get; set; }

    /// <summary>Of the issue when the form was opened.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    /// <summary>Articles that are added to what is written.</summary>
    [BindProperty(Name = "articles")]
    public List<long> Add { get; set; } = [];

    /// <summary>"ajouter": adds the articles and shows the form again; else it is kept.</summary>
    [BindProperty(Name = "faire")]
    public string? What { get; set; }

    public PrintIssue Issue { get; private set; } = null!;

    /// <summary>Of the week before its date, those first that came last; without those that the contents name.</summary>
    public IReadOnlyList<ArticleCard> OfItsWeek { get; private set; } = [];

    public string Here => FormattableString.Invariant($"{IndexModel.Root}/{Issue.Number}/sommaire");

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        (Lines, Version) = (WrittenContents.Write(Issue.Entries), Issue.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (What == "ajouter")
        {
            return AddLines();
        }

        var lines = await WrittenContents.ReadAsync(db, Lines, cancel);
        Check(lines);
        return !ModelState.IsValid ? this.Refused() : Version == Issue.Version && await IsKeptAsync(lines, cancel) ? LocalRedirect(FormattableString.Invariant($"{IndexModel.Root}/{number}?fait=sommaire")) : await OvertakenAsync(number, cancel);
    }

    private void Check(IReadOnlyList<WrittenLine> lines)
    {
        if (lines.Count > PrintIssue.MostEntries)
        {
            ModelState.AddModelError("sommaire", t["{0} lignes au plus.", PrintIssue.MostEntries]);
        }

        // A field says one thing: all of them, one after the other.
        if (string.Join(' ', lines.Select(line => WrittenContents.Fault(line, Issue.Pages, t)).OfType<string>().Take(MostFaults)) is { Length: > 0 } faults)
        {
            ModelState.AddModelError("sommaire", faults);
        }
    }

    /// <summary>Puts the chosen articles below what is written, on the page of the last line, for the editor to place.</summary>
    private PageResult AddLines()
    {
        var last = Issue.Entries.Count == 0 ? 1 : Issue.Entries[^1].Folio;
        var added = OfItsWeek.Where(card => Add.Contains(card.Id)).Reverse().Select(card => new PrintEntry { Folio = last, Heading = card.Section.Name, Title = card.Headline, ArticleId = card.Id });
        Lines = string.Join('\n', new[] { (Lines ?? "").TrimEnd(), WrittenContents.Write(added) }.Where(part => part.Length > 0));
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> IsKeptAsync(IReadOnlyList<WrittenLine> lines, CancellationToken cancel)
    {
        db.PrintEntries.RemoveRange(Issue.Entries);
        Issue.Entries = [.. lines.Select(line => line.Entry)];
        foreach (var (position, entry) in Issue.Entries.Index())
        {
            (entry.IssueId, entry.Position) = (Issue.Id, position);
            db.PrintEntries.Add(entry);
        }

        return await keep.RunAsync(Issue, "magazine.contents", HttpContext.SignedIn()!, cancel);
    }

    private async Task<IActionResult> OvertakenAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        ModelState.Remove("version");
        Version = Issue.Version;
        return this.Refused("", t["Quelqu’un a changé ce numéro entre-temps : relisez, puis enregistrez de nouveau."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        var found = await db.PrintIssues.WithContents().FirstOrDefaultAsync(i => i.Number == number, cancel);
        Issue = found!;
        if (found is null)
        {
            return false;
        }

        var until = LocalMoment.StartOf(found.DatedOn.AddDays(1), await masthead.ZoneAsync(cancel));
        var (from, named) = (until.AddDays(-Week), found.Entries.Select(e => e.ArticleId).OfType<long>().ToList());
        var now = clock.GetUtcNow().UtcDateTime;
        OfItsWeek = await db.Articles.Published(now).Where(a => a.PublishedAt >= from && a.PublishedAt < until && !named.Contains(a.Id)).NewestFirst().Take(Offered).ToCards(now).ToListAsync(cancel);
        return true;
    }
}
