namespace Gazetier.Features.Figures;

/// <summary>
/// Days that figures are shown for: whole days that end yesterday, so that they can be compared with as many before; or today, as far as it
/// has come. Days are the newspaper's. Pure.
/// </summary>
/// <param name="To">Inclusive.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>What can be chosen; 1 is today.</summary>
    public static readonly IReadOnlyList<int> Choices = [1, 7, 30, 90];

    private const int Usual = 7;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days, just before.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));

    /// <param name="days">What was asked for; anything that is no choice is a week.</param>
    public static Period Of(int? days, DateOnly today) =>
        days == 1 ? new Period(today, today)
        : days is { } asked && Choices.Contains(asked) ? new Period(today.AddDays(-asked), today.AddDays(-1))
        : new Period(today.AddDays(-Usual), today.AddDays(-1));

    public bool Holds(DateOnly day) => From <= day && day <= To;

    public IEnumerable<DateOnly> Each()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
