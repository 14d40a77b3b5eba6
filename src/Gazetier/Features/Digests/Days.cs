namespace Gazetier.Features.Digests;

/// <summary>Days of the week, any of them.</summary>
[Flags]
public enum Days
{
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
}
