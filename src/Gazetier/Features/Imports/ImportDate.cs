using System.Globalization;

namespace Gazetier.Features.Imports;

/// <summary>Dates of imported lines, as instants in UTC.</summary>
internal static class ImportDate
{
    private static readonly string[] Days = ["yyyy-MM-dd"];
    private static readonly string[] Times =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>
    /// A day is its noon in UTC, the same day in all of Europe; today's is its midnight, or a text imported this morning
    /// would wait for noon. A time without an offset is the newspaper's own.
    /// </summary>
    /// <exception cref="LineRefusedException">Not a date, or outside 1600–2200.</exception>
    public static DateTime Read(string text, string field, DateTime now, TimeZoneInfo zone)
    {
        var at = Instant(text, now, zone) ?? throw Fields.Wrong(field, "une date (2026-11-23 ou 2026-11-23T06:00:00Z)");
        // Whole seconds: databases differ in what they keep of the rest.
        return at.Year is >= 1600 and <= 2200 ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)) : throw new LineRefusedException($"« {field} » : l’an {at.Year} ne peut pas être");
    }

    private static DateTime? Instant(string text, DateTime now, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var noon = DateTime.SpecifyKind(day.AddHours(12), DateTimeKind.Utc);
            var midnight = ToUtc(day, zone);
            return noon > now && midnight <= now ? midnight : noon;
        }

        if (DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return ToUtc(local, zone);
        }

        return text.Length >= 16 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime
            : null;
    }

    // In the night when clocks go forward an hour does not exist: it is taken for the next.
    private static DateTime ToUtc(DateTime local, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
