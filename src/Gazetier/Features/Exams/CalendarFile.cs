using System.Globalization;
using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Exams;

/// <summary>Writes days into a file that calendars read and subscribe to (iCalendar, RFC 5545). Pure.</summary>
public static class CalendarFile
{
    /// <summary>Bytes of a line, without its end; longer ones are folded (RFC 5545, 3.1).</summary>
    public const int LongestLine = 75;

    public static byte[] Write(string name, IEnumerable<CalendarDay> days, DateTime now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Gazetier//Concours//FR");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "X-WR-CALNAME:" + Escaped(name));
        foreach (var day in days)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, "UID:" + Escaped(day.Id));
            Line(file, "DTSTAMP:" + now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(file, "DTSTART;VALUE=DATE:" + Written(day.On));
            Line(file, "DTEND;VALUE=DATE:" + Written(day.On.AddDays(1)));
            Line(file, "SUMMARY:" + Escaped(day.Summary));
            Line(file, "LOCATION:" + Escaped(day.Place));
            Line(file, "DESCRIPTION:" + Escaped(day.Description));
            Line(file, "TRANSP:TRANSPARENT");
            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Written(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => Printable.Only(text).ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line is folded between characters, never through one.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}

/// <summary>One day in a calendar.</summary>
/// <param name="Id">Stays the same when the day moves.</param>
public sealed record CalendarDay(string Id, DateOnly On, string Summary, string Place, string Description);
