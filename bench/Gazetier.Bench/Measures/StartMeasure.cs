namespace Gazetier.Bench.Measures;

/// <summary>P9: from the start of the process to its first 200, and its memory when nothing happens; beside a bare Kestrel.</summary>
internal static class StartMeasure
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var paper = await Newspaper.OfAsync(setting, setting.Few, 0, cancel);
        var file = Path.Combine(setting.Folder, $"answer-{Environment.ProcessId}.json");
        new Answer(200, [], [0]).Save(file);
        var starts = new List<(double, double)>();
        var memory = new List<(double, double)>();
        for (var round = 0; round < setting.Rounds; round++)
        {
            var ours = await OnceAsync(() => Child.NewspaperAsync(paper.Folder, cancel), cancel);
            var bare = await OnceAsync(() => Child.BareAsync(file, cancel), cancel);
            starts.Add((ours.Seconds, bare.Seconds));
            memory.Add((ours.Megabytes, bare.Megabytes));
        }

        File.Delete(file);
        return
        [
            Result.Of("P9", "cold start to the first home page", starts, "s", "", _ => true) with { IsMet = null },
            Result.Of("P9", "memory at rest after it", memory, "MB", "", _ => true) with { IsMet = null },
        ];
    }

    private static async Task<(double Seconds, double Megabytes)> OnceAsync(Func<Task<Child>> start, CancellationToken cancel)
    {
        await using var child = await start();
        await Task.Delay(Rest, cancel);
        return (child.StartedIn.TotalSeconds, child.Megabytes);
    }
}
