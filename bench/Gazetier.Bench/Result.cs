namespace Gazetier.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Measure">"P1", as docs/performance.md names it.</param>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Median of ours, in <paramref name="Unit"/>.</param>
/// <param name="Beside">Median of the peer or the limit, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Goal">In words.</param>
/// <param name="IsMet">Whether the goal is reached; null where the measure has none here.</param>
/// <param name="Spread">Smallest and largest ratio of the rounds: how noisy the run was.</param>
public record Result(string Measure, string What, double Ours, double Beside, string Unit, string Goal, bool? IsMet, (double Low, double High)? Spread = null)
{
    public double Ratio => Beside == 0 ? double.NaN : Ours / Beside;

    /// <summary>From rounds that were taken in turn: medians of each, and of the ratio of each round.</summary>
    public static Result Of(string measure, string what, IReadOnlyList<(double Ours, double Beside)> rounds, string unit, string goal, Func<double, bool> isMet)
    {
        var ratios = rounds.Select(round => round.Ours / round.Beside).ToList();
        var result = new Result(measure, what, Median(rounds.Select(r => r.Ours)), Median(rounds.Select(r => r.Beside)), unit, goal, null, (ratios.Min(), ratios.Max()));
        return result with { IsMet = isMet(result.Ratio) };
    }

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
