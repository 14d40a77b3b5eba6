using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows.Mine;

/// <summary>The reader's own front page: what their themes brought, newest first.</summary>
public class HomeModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Size = 20;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private DateTime _now;

    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, Size, 0);

    public bool FollowsNothing { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        _now = clock.GetUtcNow().UtcDateTime;
        _zone = await masthead.ZoneAsync(cancel);
        var follows = await db.Follows.SubjectsOfAsync(HttpContext.SignedIn()!.AccountId, cancel);
        FollowsNothing = follows.Count == 0;
        if (!FollowsNothing)
        {
            var mine = db.Articles.Published(_now).Followed(follows, await SectionTree.LoadAsync(db, cancel));
            Paging = new Paging(number ?? 1, Size, await mine.CountAsync(cancel));
            if (Paging.IsOut)
            {
                return NotFound();
            }

            Articles = await mine.NewestFirst().Skip(Paging.Skip).Take(Size).ToCards().ToListAsync(cancel);
        }

        return Page();
    }

    public bool MayRead(ArticleCard card) => Decision.Of(card.Access, HttpContext.Reader().Rights, _now).MayReadAll;

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
}
