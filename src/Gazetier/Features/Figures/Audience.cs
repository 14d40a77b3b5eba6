using Gazetier.Features.Access;

namespace Gazetier.Features.Figures;

/// <summary>What one day has of one step.</summary>
public sealed record DaySum(DateOnly Day, ReadStep Step, string Kind, long Number);

/// <summary>How one article, a list of them or the whole newspaper was read in a period. Pure: sums of sums.</summary>
public sealed class Audience(Period period, IReadOnlyList<DaySum> sums)
{
    /// <summary>Classes of readers that are counted, in the order in which they read more.</summary>
    public static readonly IReadOnlyList<AccessClass> Classes = [AccessClass.Visitor, AccessClass.Registered, AccessClass.Subscriber];

    private readonly List<DaySum> _sums = [.. sums.Where(sum => period.Holds(sum.Day))];

    public Period Period => period;

    public bool IsEmpty => _sums.Count == 0;

    /// <summary>Articles given to readers, whole or with the wall.</summary>
    public long Views => Of(ReadStep.Read) + Of(ReadStep.Stopped);

    public long Stopped => Of(ReadStep.Stopped);

    /// <summary>Of a hundred views, how many met the wall; 0 without views.</summary>
    public int StoppedPercent => Percent(Stopped, Views);

    public long Of(ReadStep step) => _sums.Where(sum => sum.Step == step).Sum(sum => sum.Number);

    public long Of(ReadStep step, string kind) => _sums.Where(sum => sum.Step == step && sum.Kind == kind).Sum(sum => sum.Number);

    public long On(DateOnly day, ReadStep step) => _sums.Where(sum => sum.Day == day && sum.Step == step).Sum(sum => sum.Number);

    public long ViewsOn(DateOnly day) => On(day, ReadStep.Read) + On(day, ReadStep.Stopped);

    public long ViewsOn(DateOnly day, AccessClass reader) => _sums
        .Where(sum => sum.Day == day && (sum.Step == ReadStep.Read || sum.Step == ReadStep.Stopped) && sum.Kind == reader.ToString())
        .Sum(sum => sum.Number);

    /// <summary>How many reached at least this quarter, from those whose deepest is known.</summary>
    public long Reached(ReadStep depth, string quarter) =>
        ReadingReport.Quarters.SkipWhile(q => q != quarter).Sum(q => Of(depth, q));

    /// <summary>Rounded; 0 of nothing.</summary>
    public static int Percent(long part, long whole) => whole == 0 ? 0 : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);
}
