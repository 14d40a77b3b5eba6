using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newsletters;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>The text of one page of paper, written out; empty, the articles that begin there are read in its place.</summary>
[StaffMay(StaffAct.Publish)]
public class FolioModel(GazetierDb db, KeepPrintIssue keep, Phrases t) : PageModel
{
    [BindProperty(Name = "texte")]
    public string? Text { get; set; }

    /// <summary>Of the page when the form was opened; -1: it was not written.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; } = Unwritten;

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public PrintIssue Issue { get; private set; } = null!;

    /// <summary>The number at the foot of the page.</summary>
    public int Number { get; private set; }

    public string Here => FormattableString.Invariant($"{IndexModel.Root}/{Issue.Number}/pages/{Number}");

    private const int Unwritten = -1;

    private PrintPage? _page;

    public async Task<IActionResult> OnGetAsync(int number, int folio, CancellationToken cancel)
    {
        if (!await FindAsync(number, folio, cancel))
        {
            return NotFound();
        }

        (Text, Version) = (_page?.Text ?? "", _page?.Version ?? Unwritten);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, int folio, CancellationToken cancel)
    {
        if (!await FindAsync(number, folio, cancel))
        {
            return NotFound();
        }

        ModelState.Limit("texte", Text, PrintPage.MaxText, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        if (Version == (_page?.Version ?? Unwritten))
        {
            Write(Printable.Only(Text ?? "").Trim());
            if (await keep.RunAsync(Issue, "magazine.page", HttpContext.SignedIn()!, cancel))
            {
                return LocalRedirect(Here + "?fait=enregistre");
            }
        }

        return await FindAsync(number, folio, cancel) ? Overtaken() : NotFound();
    }

    private void Write(string text)
    {
        var words = Words.CountHtml(LetterMarkup.Clean(text));
        if (_page is null && text.Length > 0)
        {
            db.PrintPages.Add(new PrintPage { IssueId = Issue.Id, Folio = Number, Text = text, Words = words });
        }
        else if (_page is not null && text.Length == 0)
        {
            db.PrintPages.Remove(_page);
        }
        else if (_page is not null)
        {
            (_page.Text, _page.Words) = (text, words);
        }
    }

    private PageResult Overtaken()
    {
        ModelState.Remove("version");
        Version = _page?.Version ?? Unwritten;
        return this.Refused("", t["Quelqu’un a changé ce numéro entre-temps : relisez, puis enregistrez de nouveau."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(int number, int folio, CancellationToken cancel)
    {
        // Not tracked: who writes a page does not stand in the way of who changes the issue, or another page.
        var found = await db.PrintIssues.AsNoTracking().FirstOrDefaultAsync(i => i.Number == number, cancel);
        (Issue, Number) = (found!, folio);
        if (found is null || folio < 1 || folio > found.Pages)
        {
            return false;
        }

        _page = await db.PrintPages.FirstOrDefaultAsync(p => p.IssueId == found.Id && p.Folio == folio, cancel);
        return true;
    }
}
