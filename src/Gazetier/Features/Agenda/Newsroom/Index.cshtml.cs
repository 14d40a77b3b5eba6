using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Newsroom;

/// <summary>All events, those with a date to come first.</summary>
[StaffMay(StaffAct.Publish)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public const string Root = "/redaction/agenda";

    private const int Most = 300;

    public IReadOnlyList<Line> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = await db.AgendaEvents.AsNoTracking().OrderByDescending(e => e.Dates.Max(d => (DateTime?)d.StartsAt)).Take(Most).Select(e => new Line(
            e.Slug, e.Title, e.Kind, e.IsPublished,
            e.Dates.Where(d => d.EndsAt > now).Min(d => (DateTime?)d.StartsAt),
            e.Dates.Where(d => d.EndsAt > now).SelectMany(d => d.Bookings).Count(b => b.State == BookingState.Booked),
            e.Dates.Where(d => d.EndsAt > now).SelectMany(d => d.Bookings).Count(b => b.State == BookingState.Waiting))).ToListAsync(cancel);
        Events = [.. lines.OrderBy(line => line.Next is null).ThenBy(line => line.Next)];
    }

    /// <summary>An event in the list.</summary>
    /// <param name="Next">UTC; null: no date to come.</param>
    /// <param name="Booked">Places taken at the dates to come.</param>
    public sealed record Line(string Slug, string Title, EventKind Kind, bool IsPublished, DateTime? Next, int Booked, int Waiting);
}
