using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests.Mine;

/// <summary>One edition of Ma Gazette as its reader got it; nobody else has it (E-10).</summary>
public class EditionModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>On the newspaper's clock.</summary>
    public DateTime At { get; private set; }

    /// <summary>In the order of the mail; an article that was withdrawn since is left out.</summary>
    public IReadOnlyList<ArticleCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid issue, CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var mine = await db.Deliveries.AsNoTracking().Include(d => d.Issue)
            .FirstOrDefaultAsync(d => d.IssueId == issue && d.AccountId == account && d.Issue.List == Digest.List, cancel);
        if (mine is null)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        At = TimeZoneInfo.ConvertTimeFromUtc(mine.Issue.CreatedAt, await masthead.ZoneAsync(cancel));
        Cards = await db.Articles.Published(now).CardsAsync(mine.ArticleIds(), now, cancel);
        return Page();
    }

    public bool MayRead(ArticleCard card) => Decision.Of(card.Asks, HttpContext.Reader().Rights, clock.GetUtcNow().UtcDateTime).MayReadAll;
}
