using System.Globalization;

namespace Gazetier.Features.Demo;

/// <summary>Dates of the demonstration, counted back from today so that the paper is always fresh. Pure.</summary>
public static class DemoClock
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The newspaper's day.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Paris));

    /// <summary>UTC. What would still lie ahead today is dated a day earlier: a reader at dawn sees it too.</summary>
    /// <param name="written">"-2d 06:30".</param>
    public static DateTime At(string written, DateTime now, TimeZoneInfo zone)
    {
        var (days, hour) = written.Split('d', 2) is [var before, var after]
            ? (int.Parse(before, CultureInfo.InvariantCulture), TimeOnly.Parse(after, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{written}' is not like '-2d 06:30'.");
        var today = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date;
        var local = today.AddDays(days) + hour.ToTimeSpan();
        var utc = ToUtc(local, zone);
        return utc <= now ? utc : ToUtc(local.AddDays(-1), zone);
    }

    /// <summary>UTC; as <see cref="At"/>, but it may lie ahead.</summary>
    public static DateTime Ahead(string written, DateTime now, TimeZoneInfo zone)
    {
        var parts = written.Split('d', 2);
        var today = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date;
        return ToUtc(today.AddDays(int.Parse(parts[0], CultureInfo.InvariantCulture)) + TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture).ToTimeSpan(), zone);
    }

    private static DateTime ToUtc(DateTime local, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
