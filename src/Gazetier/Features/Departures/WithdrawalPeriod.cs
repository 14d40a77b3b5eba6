using Gazetier.Web;

namespace Gazetier.Features.Departures;

/// <summary>
/// How long a consumer may withdraw: fourteen days from the day after the contract (C. conso. L221-18), to the last hour of the last of
/// them; where that is a Saturday, a Sunday or a public holiday, of the next working day (L221-19, which goes by règlement 1182/71).
/// </summary>
public static class WithdrawalPeriod
{
    public const int Days = 14;

    /// <param name="concludedAt">UTC.</param>
    /// <returns>UTC, exclusive: midnight after the last day, on the newspaper's clock.</returns>
    public static DateTime EndsAt(DateTime concludedAt, TimeZoneInfo zone) =>
        LocalMoment.StartOf(LastDay(LocalMoment.DayOf(concludedAt, zone)).AddDays(1), zone);

    public static DateOnly LastDay(DateOnly concludedOn)
    {
        var last = concludedOn.AddDays(Days);
        while (last.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(last))
        {
            last = last.AddDays(1);
        }

        return last;
    }

    /// <summary>The eleven of metropolitan France (C. trav. L3133-1).</summary>
    public static bool IsHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        return (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || day == easter.AddDays(1) || day == easter.AddDays(39) || day == easter.AddDays(50);
    }

    /// <summary>By the calendar of Gregory, as Meeus, Jones and Butcher compute it.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var month = (epact + weekday - (7 * late) + 114) / 31;
        return new DateOnly(year, month, ((epact + weekday - (7 * late) + 114) % 31) + 1);
    }
}
