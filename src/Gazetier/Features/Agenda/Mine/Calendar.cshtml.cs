using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Mine;

/// <summary>The date of one's own place, for one's calendar; with the address at which it is held online.</summary>
public class CalendarModel(GazetierDb db, PublicAddress address, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid date, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        var mine = await db.Bookings.AsNoTracking().Include(b => b.Date.Event)
            .FirstOrDefaultAsync(b => b.DateId == date && b.AccountId == me && b.State == BookingState.Booked, cancel);
        return mine is null
            ? NotFound()
            : File(CalendarFile.Write(mine.Date.Event.Title, [mine.Date.ToCalendar(address, clock.GetUtcNow().UtcDateTime, mine.Date.Link)]), CalendarFile.ContentType, mine.Date.Event.Slug + ".ics");
    }
}
