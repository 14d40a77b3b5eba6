using System.Globalization;

namespace Gazetier.Bench.Measures;

/// <summary>
/// P5: a morning's digests, each reader with other themes: composed, recorded and handed to an SMTP sink by
/// <c>gazetier issue digest</c>, beside Postfix's own source sending mails of the same size over as many connections.
/// </summary>
internal static class DigestMeasure
{
    private const int Articles = 2000;
    private const int Connections = 4;

    /// <summary>Readers whose mails tell the mean size: their themes are dealt as everybody's.</summary>
    private const int Sample = 200;

    public static async Task<IReadOnlyList<Result>> RunAsync(Setting setting, CancellationToken cancel)
    {
        var size = await MeanSizeAsync(setting, cancel);
        if (size is not { } bytes)
        {
            Console.WriteLine("P5: this gazetier posts no digests yet; left out.");
            return [];
        }

        var paper = await Newspaper.OfAsync(setting, Articles, setting.Readers, cancel);
        await using var sink = await Smtp.SinkAsync(null, cancel);
        var rounds = new List<(double, double)>();
        var memory = new List<double>();
        for (var round = 0; round < setting.Rounds; round++)
        {
            var ours = await PostAsync(paper, sink, cancel) ?? throw new InvalidOperationException("gazetier issue failed.");
            rounds.Add((ours.Rate, await Smtp.SourceAsync(sink, Connections, bytes, setting.Readers, cancel)));
            memory.Add(ours.Megabytes);
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"digests of {setting.Readers} readers ({bytes / 1024.0:0.0} KB, {Connections} connections)");
        return
        [
            Result.Of("P5", what, rounds, "mails/s", "≥ 0.8", ratio => ratio >= 0.8),
            new Result("P5", "memory at most while posting", Result.Median(memory), 300, "MB", "< 300 MB", memory.TrueForAll(megabytes => megabytes < 300)),
        ];
    }

    /// <returns>Bytes of a mail; null where nothing is posted.</returns>
    private static async Task<int?> MeanSizeAsync(Setting setting, CancellationToken cancel)
    {
        var few = await Newspaper.OfAsync(setting, Articles, Sample, cancel);
        var dump = Path.Combine(setting.Folder, $"mails-{Environment.ProcessId}");
        try
        {
            await using var sink = await Smtp.SinkAsync(dump, cancel);
            return await PostAsync(few, sink, cancel) is { Sent: > 0 } posted ? (int)(new FileInfo(dump).Length / posted.Sent) : null;
        }
        finally
        {
            File.Delete(dump);
        }
    }

    /// <summary>Posts on a copy: a morning happens once to a newspaper.</summary>
    private static async Task<Posting?> PostAsync(Newspaper paper, Smtp sink, CancellationToken cancel)
    {
        var copy = paper.Copy("-copy");
        try
        {
            return await Posting.RunAsync(copy.Folder, sink.Port, Connections, cancel);
        }
        finally
        {
            Directory.Delete(copy.Folder, recursive: true);
        }
    }
}
