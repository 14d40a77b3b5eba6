using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Follows.Mine;

/// <summary>The reader's own front page: what their themes brought, newest first.</summary>
public class HomeModel(GazetierDb db, TimeProvider clock) : PageModel
{
    /// <summary>Null for a reader who follows nothing.</summary>
    public ArticleList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var follows = await db.Follows.SubjectsOfAsync(HttpContext.SignedIn()!.AccountId, cancel);
        if (follows.Count == 0)
        {
            return Page();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var readable = await db.Listings.ReadableAsync(follows, HttpContext.Reader().Rights, now, cancel);
        var list = await ArticleList.ReadAsync(db, db.Listings.Followed(follows, readable, now), now, HttpContext, cancel);
        List = list is null ? null : list with { Cards = [.. list.Cards.Select(card => Unmarked(card, now))] };
        return List is null ? NotFound() : Page();
    }

    // "Abonnés" is of no use to a subscriber: on this page, a mark says what its reader may not read.
    private ArticleCard Unmarked(ArticleCard card, DateTime now) =>
        Decision.Of(card.Asks, HttpContext.Reader().Rights, now).MayReadAll ? card with { Access = Requirement.None } : card;
}
