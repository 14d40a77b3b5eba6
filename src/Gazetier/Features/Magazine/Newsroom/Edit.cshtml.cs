using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Pictures;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>One issue, or a new one: its cover and who reads it; doors to its contents, its pages and its PDF.</summary>
[StaffMay(StaffAct.Publish)]
public class EditModel(GazetierDb db, KeepPrintIssue keep, Phrases t) : PageModel
{
    public const string New = "nouveau";

    private const int Offered = 12;
    private const int LongestQuery = 100;

    [BindProperty(Name = "")]
    public IssueForm Form { get; set; } = new();

    /// <summary>What was done before: "enregistre", "publie", "retire", "sommaire", "pdf", "trop-tard".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Words of the pictures that are offered for the cover.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>Null: a new one.</summary>
    public PrintIssue? Issue { get; private set; }

    /// <summary>Pages that were written out.</summary>
    public IReadOnlySet<int> Written { get; private set; } = new HashSet<int>();

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public string Here => Issue is null ? $"{IndexModel.Root}/{New}" : FormattableString.Invariant($"{IndexModel.Root}/{Issue.Number}");

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        Form = Issue is null ? new IssueForm { Number = await NextAsync(cancel) } : IssueForm.Of(Issue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        await Form.CheckAsync(db, Issue, ModelState, t, cancel);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        if (Issue is not null && Form.Version != Issue.Version)
        {
            return Overtaken();
        }

        var isNew = Issue is null;
        var issue = Issue ?? db.PrintIssues.Add(new PrintIssue { Title = "" }).Entity;
        Form.CopyTo(issue);
        if (!await keep.RunAsync(issue, isNew ? "magazine.created" : "magazine.changed", HttpContext.SignedIn()!, cancel))
        {
            await FindAsync(number, cancel);
            await Form.CheckAsync(db, Issue, ModelState, t, cancel);
            return ModelState.IsValid ? Overtaken() : this.Refused(StatusCodes.Status409Conflict);
        }

        return LocalRedirect(FormattableString.Invariant($"{IndexModel.Root}/{issue.Number}?fait=enregistre"));
    }

    private PageResult Overtaken()
    {
        ModelState.Remove("version");
        Form.Version = Issue?.Version ?? 0;
        return this.Refused("", t["Quelqu’un a changé ce numéro entre-temps : relisez, puis enregistrez de nouveau."], StatusCodes.Status409Conflict);
    }

    private async Task<int> NextAsync(CancellationToken cancel) => Math.Min(PrintIssue.MostNumber, 1 + (await db.PrintIssues.MaxAsync(i => (int?)i.Number, cancel) ?? 0));

    private async Task<bool> FindAsync(string number, CancellationToken cancel)
    {
        if (number != New)
        {
            Issue = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? await db.PrintIssues.WithContents().FirstOrDefaultAsync(i => i.Number == asked, cancel) : null;
            if (Issue is null)
            {
                return false;
            }

            Written = await db.PrintPages.Where(p => p.IssueId == Issue.Id).Select(p => p.Folio).ToHashSetAsync(cancel);
        }

        var words = Printable.Line(Query ?? "");
        var found = await db.Pictures.AsNoTracking().Called(words[..Math.Min(words.Length, LongestQuery)]).NewestFirst().Take(Offered).ToListAsync(cancel);
        Pictures = [.. new[] { Issue?.Cover }.OfType<Picture>(), .. found.Where(p => p.Id != Issue?.CoverId)];
        Products = await db.Products.AsNoTracking().Where(p => p.RetiredAt == null).OrderBy(p => p.Number).ToListAsync(cancel);
        return true;
    }
}
