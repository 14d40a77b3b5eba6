namespace Gazetier.Bench.Measures;

/// <summary>Every measure, by the name that docs/performance.md gives it.</summary>
internal static class AllMeasures
{
    private static readonly (string Name, Func<Setting, CancellationToken, Task<IReadOnlyList<Result>>> Run)[] All =
    [
        ("P1", PageMeasures.LockedAsync),
        ("P2", PageMeasures.SubscriberAsync),
        ("P3", PageMeasures.HomeAndFeedAsync),
        ("P4", FirstViewMeasure.RunAsync),
        ("P5", DigestMeasure.RunAsync),
        ("P6", MatchingMeasure.RunAsync),
        ("P7", SearchMeasure.RunAsync),
        ("P8", DecisionMeasure.RunAsync),
        ("P9", StartMeasure.RunAsync),
        ("N1", NewsroomMeasures.OpenAsync),
        ("N2", NewsroomMeasures.PublishAsync),
        ("O1", AddressMeasure.RunAsync),
        ("R1", KillMeasure.RunAsync),
        ("R5", NodesMeasure.RunAsync),
        ("A1", AccessMeasure.RunAsync),
        ("C1", WaveMeasure.RunAsync),
    ];

    public static async Task<int> RunAsync(string name, Setting setting, CancellationToken cancel)
    {
        var asked = All.Where(measure => name == "all" || string.Equals(measure.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (asked.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No measure {name}; there are {string.Join(", ", All.Select(measure => measure.Name))}.");
            return 2;
        }

        var results = new List<Result>();
        foreach (var measure in asked)
        {
            results.AddRange(await measure.Run(setting, cancel));
        }

        Report.Print(results);
        Console.WriteLine(Report.Save(results, TimeProvider.System.GetUtcNow()));
        return 0;
    }
}
