using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Bounces.Newsroom;

/// <summary>How the posting fares: what is held, what comes back by list and by domain (E-04, E-05).</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, PostingFigures figures, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>The number of an alert to end.</summary>
    [BindProperty(Name = "reprendre")]
    public Guid? Resumed { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<PostingAlert> Alerts { get; private set; } = [];

    public IReadOnlyList<PostingLine> Lists { get; private set; } = [];

    public IReadOnlyList<PostingLine> Domains { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        Alerts = await db.PostingAlerts.AsNoTracking().Standing(clock.GetUtcNow().UtcDateTime).OrderByDescending(a => a.Since).ToListAsync(cancel);
        Lists = await figures.ListsAsync(cancel);
        Domains = await figures.DomainsAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.PostingAlerts.Standing(now).FirstOrDefaultAsync(a => a.Id == Resumed, cancel) is { } alert)
        {
            var by = HttpContext.SignedIn()!;
            (alert.EndedAt, alert.EndedByName) = (now, by.DisplayName);
            db.Record(now, by, "posting.resumed", null, alert.Name);
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect(BouncesFeature.Health + "?fait=1");
    }
}
