using System.Globalization;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>The last day of a term as the desk writes it, and the instant that it ends at.</summary>
public static class TermEnd
{
    /// <returns>UTC, exclusive: midnight after the day, on the newspaper's clock. Null: it is no day.</returns>
    public static DateTime? Read(string? day, TimeZoneInfo zone)
    {
        if (!DateOnly.TryParseExact(day?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) || last.Year is < 2000 or > 2200)
        {
            return null;
        }

        return Web.LocalMoment.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone);
    }

    public static string Write(DateTime until, TimeZoneInfo zone) =>
        Locales.Dates.Local(until.AddTicks(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
