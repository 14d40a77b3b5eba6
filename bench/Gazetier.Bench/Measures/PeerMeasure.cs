using System.Globalization;

namespace Gazetier.Bench.Measures;

/// <summary>One page of ours and the same bytes from a bare Kestrel, loaded in turn, never both.</summary>
internal static class PeerMeasure
{
    private const int WarmUpSeconds = 4;

    public static async Task<IReadOnlyList<Result>> RunAsync(
        string measure,
        string what,
        Child ours,
        string path,
        IReadOnlyDictionary<string, string> headers,
        double goal,
        Setting setting,
        CancellationToken cancel)
    {
        var answer = await Answer.FetchAsync(ours.Url + path, headers, cancel);
        var file = Path.Combine(setting.Folder, $"answer-{Environment.ProcessId}.json");
        answer.Save(file);
        try
        {
            await using var peer = await Child.BareAsync(file, cancel);
            await SameAsync(peer, path, headers, answer, cancel);
            var rounds = await InTurnAsync(ours, peer, path, headers, setting, cancel);
            var said = string.Create(CultureInfo.InvariantCulture, $"{what} ({answer.Body.Length / 1024.0:0.0} KB)");
            return
            [
                Result.Of(measure, said, [.. rounds.Select(r => (r.Ours.Rate, r.Beside.Rate))], "requests/s", string.Create(CultureInfo.InvariantCulture, $"≥ {goal:0.0}"), ratio => ratio >= goal),
                Result.Of(measure, "the same, by the processor's clock", [.. rounds.Select(r => (r.Ours.PerProcessorSecond, r.Beside.PerProcessorSecond))], "requests/cpu s", "", _ => true) with { IsMet = null },
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<List<(Served Ours, Served Beside)>> InTurnAsync(
        Child ours,
        Child peer,
        string path,
        IReadOnlyDictionary<string, string> headers,
        Setting setting,
        CancellationToken cancel)
    {
        var rounds = new List<(Served, Served)>();
        // What is hot is compiled again, and once more by what was seen of it.
        for (var warm = 0; warm < 3; warm++)
        {
            await Wrk.LoadAsync(ours, path, headers, WarmUpSeconds, cancel);
            await Wrk.LoadAsync(peer, path, headers, WarmUpSeconds, cancel);
        }

        for (var round = 0; round < setting.Rounds; round++)
        {
            var first = await Wrk.LoadAsync(ours, path, headers, setting.Seconds, cancel);
            rounds.Add((first, await Wrk.LoadAsync(peer, path, headers, setting.Seconds, cancel)));
        }

        return rounds;
    }

    /// <summary>A peer that answers anything else would flatter or shame us.</summary>
    private static async Task SameAsync(Child peer, string path, IReadOnlyDictionary<string, string> headers, Answer ours, CancellationToken cancel)
    {
        var theirs = await Answer.FetchAsync(peer.Url + path, headers, cancel);
        if (theirs.Status != ours.Status || !theirs.Body.AsSpan().SequenceEqual(ours.Body) || !theirs.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(ours.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"The peer of {path} does not answer the same bytes.");
        }
    }
}
