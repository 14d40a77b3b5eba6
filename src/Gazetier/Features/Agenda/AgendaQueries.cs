using Gazetier.Features.Access;
using Gazetier.Features.Clubs;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

public static class AgendaQueries
{
    /// <summary>Of every page that shows dates.</summary>
    public const string Tag = "agenda";

    public const string Root = "/agenda/";

    public const string Mine = "/mon-compte/agenda";

    /// <summary>What readers may find and has not ended at <paramref name="now"/> (UTC), the next first.</summary>
    public static IQueryable<EventDate> ToCome(this IQueryable<EventDate> dates, DateTime now) =>
        dates.AsNoTracking().Include(d => d.Event).Where(d => d.Event.IsPublished && d.EndsAt > now).OrderBy(d => d.StartsAt).ThenBy(d => d.Id);

    public static string Path(this AgendaEvent held) => $"{Root}{held.Slug}/";

    /// <summary>Whether a reader pays what members pay: of the club whose meeting it is, else a subscriber to anything.</summary>
    public static bool PaysAsMember(this AgendaEvent held, Rights rights, DateTime now) =>
        held.Club is { } club ? rights.IsMember(club.ProductNumber, now) : rights.IsStaff || !rights.HoldsAt(now).IsEmpty;

    /// <summary>For a calendar.</summary>
    /// <param name="link">Where it is held online, for who has a place; null for others.</param>
    public static CalendarEntry ToCalendar(this EventDate date, PublicAddress address, DateTime now, string? link = null) => new(
        date.Id.ToString("N") + "@gazetier",
        date.Event.Title,
        string.Join("\n\n", new[] { date.Event.Summary, link }.Where(part => !string.IsNullOrEmpty(part))),
        date.Venue.Length > 0 ? date.Venue : link ?? "",
        date.StartsAt,
        date.EndsAt,
        now)
    {
        Url = address.Of(date.Event.Path()),
        IsCancelled = date.CancelledAt is not null,
    };
}
