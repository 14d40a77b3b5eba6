using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots;

/// <summary>What is counted.</summary>
/// <param name="Section">Slug of a section that there is; empty: none.</param>
public readonly record struct VisitKey(string Robot, RobotClass Class, RobotVerdict Verdict, RobotAnswer Answer, string Section = "");

/// <summary>Counts visits in memory, without a lock. Its keys are made of the list of robots and of the sections: it grows no further than that.</summary>
public sealed class RobotTally
{
    private readonly ConcurrentDictionary<VisitKey, StrongBox<long>> _counts = new();

    public void Add(VisitKey key) => Interlocked.Increment(ref _counts.GetOrAdd(key, static _ => new StrongBox<long>()).Value);

    /// <summary>Hands over what was counted since the last time. Each visit is handed over once.</summary>
    public IReadOnlyList<(VisitKey Key, long Number)> Take() =>
        [.. _counts.Select(count => (count.Key, Number: Interlocked.Exchange(ref count.Value.Value, 0))).Where(count => count.Number > 0)];
}
