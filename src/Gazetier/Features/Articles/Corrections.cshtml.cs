using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>All that the newspaper corrected, the newest first: a newspaper that shows its mistakes is believed (L-31).</summary>
[PublicPage]
public class CorrectionsModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Size = 30;

    public IReadOnlyList<CorrectionLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return LocalRedirectPermanent(ArticleAddress.Corrections);
        }

        var told = db.CorrectionsTold(clock.GetUtcNow().UtcDateTime);
        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await told.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Lines = await told.Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        // Whatever corrects, withdraws or renames an article carries this tag.
        HttpContext.Tags().Add(ArticleTags.Front);
        return Page();
    }
}
