using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions.Mine;

/// <summary>What the reader is subscribed to, and until when.</summary>
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var reader = HttpContext.SignedIn()!.AccountId;
        Subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AccountId == reader).OrderByDescending(s => s.Until).ToListAsync(cancel);
    }
}
