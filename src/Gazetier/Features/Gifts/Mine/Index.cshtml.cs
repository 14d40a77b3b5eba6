using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Gifts.Mine;

/// <summary>The reader's gifts: their links, how often they were opened, and taking one back.</summary>
public class IndexModel(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    /// <summary>The one that was made a moment ago.</summary>
    [BindProperty(Name = "nouveau", SupportsGet = true)]
    public Guid? New { get; set; }

    /// <summary>The one that is taken back.</summary>
    [BindProperty(Name = "offert")]
    public Guid Revoked { get; set; }

    public IReadOnlyList<Line> Gifts { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var giver = HttpContext.SignedIn()!.AccountId;
        Gifts = await db.Gifts.AsNoTracking().Where(g => g.GiverId == giver).OrderByDescending(g => g.CreatedAt).Take(Most)
            .Join(db.Articles, g => g.ArticleId, a => a.Id, (g, a) => new Line(g, a.Headline, ArticleAddress.Of(a.Id, a.Slug)))
            .ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (now, giver) = (clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!.AccountId);
        await db.Gifts.Where(g => g.Id == Revoked && g.GiverId == giver && g.RevokedAt == null).ExecuteUpdateAsync(g => g.SetProperty(x => x.RevokedAt, now), cancel);
        return LocalRedirect("/mon-compte/articles-offerts");
    }

    public string LinkOf(Gift gift) => address.Of("/offert/" + gift.Token);

    /// <param name="Path">The article's.</param>
    public sealed record Line(Gift Gift, string Headline, string Path);
}
