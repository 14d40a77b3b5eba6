using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>What the reader bought, and what they began to buy.</summary>
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Purchase> Purchases { get; private set; } = [];

    public bool HasQuotes { get; private set; }

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var me = HttpContext.SignedIn()!.AccountId;
        Purchases = await db.Purchases.AsNoTracking().Include(p => p.Offer).Where(p => p.AccountId == me)
            .OrderByDescending(p => p.OrderedAt ?? p.BegunAt).ToListAsync(cancel);
        HasQuotes = await db.WrittenQuotes.OpenTo(db, me).AnyAsync(cancel);
    }
}
