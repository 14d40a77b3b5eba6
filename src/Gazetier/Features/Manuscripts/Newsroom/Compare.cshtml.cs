using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Two revisions side by side, word by word; either can be made the newest again.</summary>
[StaffMay(StaffAct.Write)]
public class CompareModel(GazetierDb db, RestoreRevision restore) : PageModel
{
    /// <summary>Passages that stayed and are shown beside each change.</summary>
    public const int SameShown = 2;

    /// <summary>The newest that whoever restores has seen.</summary>
    [BindProperty(Name = "base")]
    public int Began { get; set; }

    /// <summary>The revision to restore.</summary>
    [BindProperty(Name = "number")]
    public int Restored { get; set; }

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public int Newest { get; private set; }

    public bool MayWrite { get; private set; }

    public Revision Before { get; private set; } = null!;

    public Revision After { get; private set; } = null!;

    public IReadOnlyList<ComparedRow> Rows { get; private set; } = [];

    public int Changed => Rows.Count(row => !row.IsSame);

    public async Task<IActionResult> OnGetAsync(long id, int a, int b, CancellationToken cancel)
    {
        var manuscript = await db.Manuscripts.AsNoTracking().FirstOrDefaultAsync(m => m.ArticleId == id, cancel);
        var both = await db.Revisions.AsNoTracking().Include(r => r.By).Where(r => r.ArticleId == id && (r.Number == a || r.Number == b)).ToListAsync(cancel);
        if (manuscript is null || both.Find(r => r.Number == a) is not { } before || both.Find(r => r.Number == b) is not { } after)
        {
            return NotFound();
        }

        var me = HttpContext.SignedIn()!;
        (Id, Headline, Newest, Before, After) = (id, manuscript.Headline, manuscript.Newest, before, after);
        MayWrite = manuscript.MayWrite(me.AccountId, me.Role!.Value);
        Rows = Comparison.Of(before.Content().Blocks(), after.Content().Blocks());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        var outcome = await restore.RunAsync(id, Restored, Began, HttpContext.SignedIn()!, cancel);
        return outcome switch
        {
            null => NotFound(),
            { Overtaken: { } overtaken } => LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}/revisions/{outcome.Newest}/{overtaken.Aside}")),
            _ => LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait=restaure")),
        };
    }
}
