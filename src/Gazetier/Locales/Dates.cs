using System.Globalization;
using Gazetier.Web;

namespace Gazetier.Locales;

/// <summary>Dates as a newspaper writes them: "1er juillet 2026 à 6 h 30", "1 July 2026, 6:30 am". Times come in UTC.</summary>
public static class Dates
{
    /// <summary>"23 novembre 2026".</summary>
    public static string Day(this Phrases t, DateTime utc, TimeZoneInfo zone) => Day(t, Local(utc, zone));

    /// <inheritdoc cref="Day(Phrases, DateTime, TimeZoneInfo)"/>
    public static string Day(this Phrases t, DateOnly day) => Day(t, day.ToDateTime(TimeOnly.MinValue));

    /// <summary>"lundi 23 novembre 2026".</summary>
    public static string LongDay(this Phrases t, DateTime local) =>
        local.ToString("dddd ", t.Culture) + Day(t, local);

    /// <summary>"23 novembre 2026 à 6 h 30".</summary>
    public static string Moment(this Phrases t, DateTime utc, TimeZoneInfo zone)
    {
        var local = Local(utc, zone);
        return t.Language == Language.English ? $"{Day(t, local)}, {Hour(t, local)}" : $"{Day(t, local)} à {Hour(t, local)}";
    }

    /// <summary>"23 nov. à 6 h 30", for cards: without the year.</summary>
    public static string ShortMoment(this Phrases t, DateTime utc, TimeZoneInfo zone)
    {
        var local = Local(utc, zone);
        var day = local.ToString("d MMM", t.Culture);
        return t.Language == Language.English ? $"{day}, {Hour(t, local)}" : $"{day} à {Hour(t, local)}";
    }

    /// <summary>"6 h 30", "6 h"; "6:30 am".</summary>
    public static string Hour(this Phrases t, DateTime local) => t.Language == Language.English
        ? local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant()
        : local.Minute == 0 ? $"{local.Hour}\u00A0h" : $"{local.Hour}\u00A0h\u00A0{local.Minute:00}";

    /// <summary>For <c>datetime</c> attributes: with the offset of the newspaper's zone.</summary>
    public static string Machine(DateTime utc, TimeZoneInfo zone)
    {
        var local = Local(utc, zone);
        return new DateTimeOffset(local, zone.GetUtcOffset(utc)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The time on the newspaper's clock.</summary>
    public static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);

    private static string Day(Phrases t, DateTime local)
    {
        // French counts the first of a month, and no other day, by its rank.
        var day = local.Day == 1 && t.Language == Language.French ? "1er" : local.Day.ToString(CultureInfo.InvariantCulture);
        return day + local.ToString(" MMMM yyyy", t.Culture);
    }
}
