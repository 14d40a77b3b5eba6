using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Gazetier.Text;

/// <summary>Writes dates into a file that calendars open and subscribe to (iCalendar, RFC 5545).</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="name">Of the calendar, as programs list it.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = "-//Gazetier//FR" };
        calendar.AddProperty("X-WR-CALNAME", Printable.Line(name));
        calendar.Events.AddRange(entries.Select(Of));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent Of(CalendarEntry entry)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Id,
            Summary = Printable.Line(entry.Title),
            Description = Printable.Only(entry.Description),
            Location = Printable.Line(entry.Place),
            Start = entry.WholeDay is { } day ? new CalDateTime(day) : new CalDateTime(entry.StartsAt, hasTime: true),
            End = entry.WholeDay is { } last ? new CalDateTime(last.AddDays(1)) : new CalDateTime(entry.EndsAt, hasTime: true),
            DtStamp = new CalDateTime(entry.WrittenAt, hasTime: true),
            Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = entry.WholeDay is null ? TransparencyType.Opaque : TransparencyType.Transparent,
        };
        if (entry.Url is not null)
        {
            written.Url = new Uri(entry.Url);
        }

        return written;
    }
}

/// <summary>One date in a calendar.</summary>
/// <param name="Id">Stays the same when the date moves.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="WrittenAt">UTC; when the file is made.</param>
public sealed record CalendarEntry(string Id, string Title, string Description, string Place, DateTime StartsAt, DateTime EndsAt, DateTime WrittenAt)
{
    /// <summary>Of a whole day, in which nobody is busy.</summary>
    public static CalendarEntry OfDay(string id, DateOnly day, string title, string description, string place, DateTime writtenAt) =>
        new(id, title, description, place, default, default, writtenAt) { WholeDay = day };

    public string? Url { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>A day without an hour: it makes nobody busy, and the times do not count.</summary>
    public DateOnly? WholeDay { get; init; }
}
