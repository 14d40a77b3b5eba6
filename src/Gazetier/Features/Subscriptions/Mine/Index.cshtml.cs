using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Departures;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions.Mine;

/// <summary>What the reader may read and why, until when, and how to change it: their own subscriptions, and their seats.</summary>
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    /// <summary>Names of those in whose subscriptions the reader sits.</summary>
    public IReadOnlyList<string> Organisations { get; private set; } = [];

    /// <summary>By their numbers.</summary>
    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var reader = HttpContext.SignedIn()!.AccountId;
        Subscriptions = await db.Subscriptions.AsNoTracking().Include(s => s.NextOffer)
            .Where(s => s.AccountId == reader).OrderByDescending(s => s.Until).ToListAsync(cancel);
        Organisations = await db.Seats.Where(s => s.AccountId == reader && s.Subscription.Until > Now)
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (_, o) => o.Name).Distinct().OrderBy(name => name).ToListAsync(cancel);
        Products = await db.Products.NamesAsync(cancel);
    }

    public bool MayWithdraw(Subscription subscription) => Ending.MayWithdraw(subscription, Now, Zone) && subscription.CancelledAt is null;
}
