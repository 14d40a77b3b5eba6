using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>All issues, the newest first: what they have, and what they lack.</summary>
[StaffMay(StaffAct.Publish)]
public class IndexModel(GazetierDb db) : PageModel
{
    public const string Root = "/redaction/magazine";

    private const int Size = 50;

    public IReadOnlyList<Line> Issues { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await db.PrintIssues.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Issues = await db.PrintIssues.AsNoTracking().NewestFirst().Skip(Paging.Skip).Take(Size)
            .Select(i => new Line(i, i.Entries.Count, i.Written.Count)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>An issue in the list.</summary>
    /// <param name="Entries">Lines of its contents.</param>
    /// <param name="Written">Pages that were written out.</param>
    public sealed record Line(PrintIssue Issue, int Entries, int Written);
}
