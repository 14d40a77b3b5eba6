namespace Gazetier.Features.Charts;

/// <summary>The axis of values: from and to round numbers, with a few of them in between.</summary>
/// <param name="Ticks">Ascending; the first and the last are its ends.</param>
internal sealed record Scale(IReadOnlyList<double> Ticks)
{
    private const int Wanted = 5;

    public double Low => Ticks[0];

    public double High => Ticks[^1];

    /// <param name="withZero">Lengths are compared from zero; lines need not reach down to it.</param>
    /// <param name="room">Share of the whole that stays free beyond the longest, for a number at its end.</param>
    public static Scale Of(IEnumerable<double> values, bool withZero, double room = 0)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        // A line that is far from zero would lie flat.
        if (withZero || (low > 0 && low < (high - low) * 2) || (high < 0 && -high < (high - low) * 2))
        {
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        }

        var free = (high - low) * room;
        (low, high) = (low < 0 ? low - free : low, high > 0 ? high + free : high);
        if (high <= low)
        {
            high = low + Math.Max(1, Math.Abs(low));
        }

        var step = Round((high - low) / Wanted);
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        return new Scale([.. Enumerable.Range(0, (int)Math.Clamp(last - first, 1, Wanted * 4) + 1).Select(at => (first + at) * step)]);
    }

    /// <summary>0 at the low end, 1 at the high one.</summary>
    public double Share(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    /// <summary>1, 2 or 5, and zeros.</summary>
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
