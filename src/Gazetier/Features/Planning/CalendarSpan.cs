namespace Gazetier.Features.Planning;

/// <summary>The days that the calendar shows: whole weeks, which begin on Monday.</summary>
/// <param name="First">A Monday.</param>
/// <param name="After">The Monday after the last.</param>
/// <param name="Shown">A day of the month that is shown; null: a week.</param>
public sealed record CalendarSpan(DateOnly First, DateOnly After, DateOnly? Shown)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, After.DayNumber - First.DayNumber).Select(First.AddDays);

    public DateOnly Previous => Shown is { } month ? FirstOf(month).AddMonths(-1) : First.AddDays(-7);

    public DateOnly Next => Shown is { } month ? FirstOf(month).AddMonths(1) : After;

    public static CalendarSpan Week(DateOnly day) => new(MondayOf(day), MondayOf(day).AddDays(7), null);

    public static CalendarSpan Month(DateOnly day)
    {
        var last = FirstOf(day).AddMonths(1).AddDays(-1);
        return new CalendarSpan(MondayOf(FirstOf(day)), MondayOf(last).AddDays(7), day);
    }

    public bool IsInside(DateOnly day) => Shown is not { } month || (day.Year == month.Year && day.Month == month.Month);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly MondayOf(DateOnly day) => day.DayNumber < 7 ? DateOnly.MinValue : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
