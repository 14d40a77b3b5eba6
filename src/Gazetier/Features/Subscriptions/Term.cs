using Gazetier.Web;

namespace Gazetier.Features.Subscriptions;

/// <summary>
/// Durée: so many months from a day. A term ends at a midnight of the newspaper's clock. The day on which it begins is given, when it
/// has begun already; a day that the last month does not have is the first of the next, so that nobody has less than they paid for:
/// a month from 31 January lasts until the end of February, a year from 29 February until the end of February.
/// </summary>
public static class Term
{
    /// <summary>UTC, exclusive.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="months">1 or more.</param>
    /// <param name="zone">The newspaper's.</param>
    public static DateTime EndOf(DateTime from, int months, TimeZoneInfo zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var day = LocalMoment.DayOf(from, zone);
        if (LocalMoment.StartOf(day, zone) < from)
        {
            day = day.AddDays(1);
        }

        return LocalMoment.StartOf(After(day, months), zone);
    }

    /// <summary>The same day of a later month, or the first of the one after.</summary>
    private static DateOnly After(DateOnly day, int months)
    {
        var same = day.AddMonths(months);
        return same.Day == day.Day ? same : same.AddDays(1);
    }
}
