using System.Diagnostics;
using Gazetier.Features.Access;
using Gazetier.Features.Products;

namespace Gazetier.Bench.Measures;

/// <summary>P8: one access decision with its reason.</summary>
internal static class DecisionMeasure
{
    private const int Times = 2_000_000;

    /// <summary>What is hot is compiled again after a tenth of a second.</summary>
    private static readonly TimeSpan TwiceCompiled = TimeSpan.FromSeconds(0.3);

    private static readonly DateTime Now = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        // The right that opens is the last of the twenty: the most that has to be looked at.
        var twenty = Enumerable.Range(0, 20).Select(i => Term(i - 19, i - 18)).ToArray();
        (string What, Rights Held)[] readers =
        [
            ("anonymous", Rights.None),
            ("subscriber", new Rights { IsRegistered = true, Grants = [Term(-1, 1)] }),
            ("20 rights, the last opens", new Rights { IsRegistered = true, Grants = twenty }),
            ("20 rights, all ended", new Rights { IsRegistered = true, Grants = [.. twenty.SkipLast(1).Prepend(Term(-30, -29))] }),
        ];
        var results = new List<Result>();
        foreach (var (what, held) in readers)
        {
            Loop(held);
            await Task.Delay(TwiceCompiled, cancel);
            Loop(held);
            results.AddRange(Measure(what, held, setting.Rounds));
        }

        return results;
    }

    private static Grant Term(int fromMonth, int untilMonth) =>
        new(GrantSource.Subscription, Now.AddMonths(fromMonth).AddDays(-1), Now.AddMonths(untilMonth).AddDays(-1).AddHours(1), "Formule Individuelle", ProductSet.Paper);

    private static IEnumerable<Result> Measure(string what, Rights held, int rounds)
    {
        var figures = Enumerable.Range(0, rounds).Select(_ => Loop(held)).ToList();
        var nanoseconds = Result.Median(figures.Select(f => f.Nanoseconds));
        var bytes = figures.Max(f => f.Bytes);
        yield return new Result("P8", "access decision, " + what, nanoseconds, 1000, "ns", "< 1 µs", nanoseconds < 1000);
        yield return new Result("P8", "allocated by it", bytes, 0, "bytes", "0", bytes == 0);
    }

    private static (double Nanoseconds, double Bytes) Loop(Rights held)
    {
        var open = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            open += Decision.Of(Asked.ThePaper, held, Now).MayReadAll ? 1 : 0;
        }

        var elapsed = Stopwatch.GetElapsedTime(clock);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(open);
        return (elapsed.TotalNanoseconds / Times, (double)bytes / Times);
    }
}
