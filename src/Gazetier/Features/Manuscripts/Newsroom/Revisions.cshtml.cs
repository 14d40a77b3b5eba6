using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Every revision of an article, newest first, without their texts: a hundred long ones open at once.</summary>
[StaffMay(StaffAct.Write)]
public class RevisionsModel(GazetierDb db) : PageModel
{
    private const int Most = 500;

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public int Newest { get; private set; }

    public int? PublishedRevision { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        Id = id;
        if (await db.Articles.Where(a => a.Id == id).Select(a => a.Headline).FirstOrDefaultAsync(cancel) is not { } headline)
        {
            return NotFound();
        }

        var manuscript = await db.Manuscripts.AsNoTracking().FirstOrDefaultAsync(m => m.ArticleId == id, cancel);
        Headline = manuscript?.Headline ?? headline;
        Newest = manuscript?.Newest ?? 0;
        PublishedRevision = manuscript?.PublishedRevision;
        Lines = await db.Revisions.Where(r => r.ArticleId == id).OrderByDescending(r => r.Number).Take(Most)
            .Select(r => new Line(r.Number, r.Kind, r.SavedAt, r.By == null ? null : r.By.DisplayName, r.Words, r.From)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>A revision without its text.</summary>
    public sealed record Line(int Number, RevisionKind Kind, DateTime SavedAt, string? By, int Words, int? From);
}
