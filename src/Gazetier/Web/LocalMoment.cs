using System.Globalization;

namespace Gazetier.Web;

/// <summary>Times in forms: written and read on the newspaper's own clock (<c>datetime-local</c>), kept as UTC.</summary>
public static class LocalMoment
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy"];
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "dd/MM/yyyy HH:mm"];

    /// <summary>"2026-11-23T06:00"; empty without a time.</summary>
    public static string Write(DateTime? utc, TimeZoneInfo zone) =>
        utc is { } time ? TimeZoneInfo.ConvertTimeFromUtc(time, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// UTC; null where nothing was written. An hour that the change of hour leaves out is the one after; of an hour that it has
    /// twice, the first.
    /// </summary>
    /// <returns>False where it is no time.</returns>
    public static bool TryRead(string? text, TimeZoneInfo zone, out DateTime? utc)
    {
        utc = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1900 or > 2200)
        {
            return false;
        }

        utc = ToUtc(local, zone);
        return true;
    }

    /// <summary>UTC of a time on the newspaper's clock. Of an hour that the change of hour leaves out, the one after; of one that it has twice, the first.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>UTC; when a day begins on the newspaper's clock.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => ToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The day that a time (UTC) falls on, on the newspaper's clock.</summary>
    public static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>"2026-11-23", or "23/11/2026" as people write it where no calendar opens; null where it is no day of our time.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    /// <summary>The last day of a term, as forms show it: the day before the instant (UTC, exclusive) at which it ends.</summary>
    public static string WriteLastDay(DateTime until, TimeZoneInfo zone) => DayOf(until.AddTicks(-1), zone).ToString(Days[0], CultureInfo.InvariantCulture);
}
