using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures.Newsroom;

/// <summary>What the desk has to do about declarations: contracts to find, grounds to judge, money to pay back; and those that are settled.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    public const string Here = "/redaction/resiliations";

    private const int Most = 200;

    /// <summary>"toutes"; else what waits.</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>The one that is settled.</summary>
    [BindProperty(Name = "notification")]
    public Guid Settled { get; set; }

    public IReadOnlyList<Departure> Departures { get; private set; } = [];

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool ShowsAll => View == "toutes";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        var all = db.Departures.AsNoTracking().Include(d => d.Subscription);
        Departures = await (ShowsAll
            ? all.OrderByDescending(d => d.ReceivedAt)
            : all.Where(d => d.AsksTheDesk && d.SettledAt == null).OrderBy(d => d.RefundDueAt ?? d.ReceivedAt)).Take(Most).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Departures.FirstOrDefaultAsync(d => d.Id == Settled && d.AsksTheDesk && d.SettledAt == null, cancel) is { } departure)
        {
            departure.SettledAt = now;
            db.Record(now, HttpContext.SignedIn()!, "departure.settled", null, departure.Number);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect(Here);
    }
}
