using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>All issues, the newest first and large, then year by year.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Size = 48;

    public IReadOnlyList<PrintIssue> Issues { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(MagazineQueries.Root + Request.QueryString);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        HttpContext.Tags().Add(MagazineQueries.Tag);
        await HttpContext.ExpireAtNextEndOfRightsAsync(db, now, cancel);
        var published = db.PrintIssues.AsNoTracking().Published(now);
        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await published.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Issues = await published.Include(i => i.Cover).NewestFirst().Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        foreach (var issue in Issues.Where(issue => issue.Cover?.MayBeShown(now) == false))
        {
            issue.Cover = null;
        }

        return Page();
    }
}
