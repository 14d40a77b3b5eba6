namespace Gazetier.Features.Alerts;

/// <summary>How a reader wants alerts. One row a reader; absent until they choose, and then what stands here holds.</summary>
public class AlertSettings
{
    public const int MostPerDay = 20;

    /// <summary>Between two alerts to one reader, so that a busy hour is not a hail.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(10);

    public Guid AccountId { get; set; }

    /// <summary>The reader left the list of alerts; what they follow at once comes with their edition.</summary>
    public bool IsOff { get; set; }

    /// <summary>0–23, in the newspaper's time zone: from then on nothing is sent. The same as <see cref="QuietUntil"/>: no quiet hours.</summary>
    public int QuietFrom { get; set; } = 21;

    /// <summary>0–23: what was held is sent.</summary>
    public int QuietUntil { get; set; } = 7;

    /// <summary>Alerts in one day, 1 to <see cref="MostPerDay"/>; the rest comes with the next edition.</summary>
    public int PerDay { get; set; } = 5;

    /// <summary>When an alert may leave (E-11). Null: it will not; the next edition tells of it.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="others">UTC; when the reader's other alerts left, or will, since the beginning of this day.</param>
    public DateTime? When(DateTime now, IReadOnlyCollection<DateTime> others, TimeZoneInfo zone)
    {
        if (IsOff)
        {
            return null;
        }

        var after = others.Count == 0 ? now : others.Max() + Gap;
        var at = AfterQuiet(after > now ? after : now, zone);
        var day = DateOf(at, zone);
        return others.Count(other => DateOf(other, zone) == day) < PerDay ? at : null;
    }

    private static DateTime DateOf(DateTime at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(at, zone).Date;

    private DateTime AfterQuiet(DateTime at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        var isQuiet = QuietFrom <= QuietUntil
            ? local.Hour >= QuietFrom && local.Hour < QuietUntil
            : local.Hour >= QuietFrom || local.Hour < QuietUntil;
        if (!isQuiet)
        {
            return at;
        }

        var end = local.Date.AddDays(local.Hour >= QuietUntil ? 1 : 0).AddHours(QuietUntil);
        return Web.LocalMoment.ToUtc(end, zone);
    }
}
