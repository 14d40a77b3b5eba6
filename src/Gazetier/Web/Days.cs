namespace Gazetier.Web;

/// <summary>Days of the week, any of them.</summary>
[Flags]
public enum Days
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    All = 127,
}

public static class DaysExtensions
{
    public static bool Has(this Days days, DayOfWeek day) => days.HasFlag(day.AsDays());

    public static Days AsDays(this DayOfWeek day) => (Days)(1 << (int)day);

    public static Days AsDays(this IEnumerable<DayOfWeek> days) => days.Aggregate(Days.None, (all, day) => all | day.AsDays());

    /// <summary>
    /// UTC; the first of these days after <paramref name="now"/> (UTC) at a full hour of the newspaper's clock. An hour that the spring
    /// takes away is the one after; of an hour that the autumn doubles, the first. Null: there is no day.
    /// </summary>
    public static DateTime? NextAfter(this Days days, int hour, DateTime now, TimeZoneInfo zone)
    {
        if ((days & Days.All) == Days.None)
        {
            return null;
        }

        for (var day = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date; ; day = day.AddDays(1))
        {
            if (days.Has(day.DayOfWeek) && LocalMoment.ToUtc(day.AddHours(hour), zone) is var due && due > now)
            {
                return due;
            }
        }
    }
}
