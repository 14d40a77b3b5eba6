namespace Gazetier.Features.Deliveries.Pace;

/// <summary>
/// Plan de chauffe: how many mails of all lists a new sender hands over each day, so that receivers learn to know it. One row; days are
/// of the newspaper's calendar.
/// </summary>
public class WarmUpPlan
{
    public const int TheOnly = 1;

    /// <summary>More than anybody sends in a day.</summary>
    public const int Most = 100_000_000;

    public const int LongestDays = 365;
    public const int MostGrowth = 1000;

    public int Id { get; set; } = TheOnly;

    public DateOnly StartsOn { get; set; }

    /// <summary>The last day of the plan.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Mails of the first day.</summary>
    public int FirstDay { get; set; }

    /// <summary>By how many hundredths each day is more than the one before.</summary>
    public int GrowthPercent { get; set; }

    public string ByName { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Mails of a day; null: as many as there are.</summary>
    public int? AllowanceOn(DateOnly day)
    {
        if (day < StartsOn || day > EndsOn)
        {
            return null;
        }

        var mails = FirstDay * Math.Pow(1 + (GrowthPercent / 100.0), day.DayNumber - StartsOn.DayNumber);
        return mails < Most ? (int)mails : Most;
    }
}
