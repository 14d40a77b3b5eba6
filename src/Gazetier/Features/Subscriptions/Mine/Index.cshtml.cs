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

    public IReadOnlyList<SeatLine> Seats { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    private IReadOnlyDictionary<int, string> _products = new Dictionary<int, string>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var reader = HttpContext.SignedIn()!.AccountId;
        Subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == reader).OrderByDescending(s => s.Until).ToListAsync(cancel);
        Seats = await db.Seats.AsNoTracking().Where(s => s.AccountId == reader)
            .Join(db.Organisations, s => s.Subscription.OrganisationId, o => o.Id, (s, o) => new SeatLine(o.Name, s.Number, s.Subscription))
            .ToListAsync(cancel);
        _products = await db.Products.AsNoTracking().ToDictionaryAsync(p => p.Number, p => p.Name, cancel);
    }

    /// <summary>"Le journal, Club Finances".</summary>
    public string Products(ProductSet set) => string.Join(", ", set.Numbers.Select(number => _products.GetValueOrDefault(number, "?")));

    public bool MayWithdraw(Subscription subscription) => Ending.MayWithdraw(subscription, Now, Zone) && subscription.CancelledAt is null;

    /// <summary>A seat of the reader's, in the subscription of an organisation.</summary>
    public sealed record SeatLine(string Organisation, int Number, Subscription Subscription);
}
