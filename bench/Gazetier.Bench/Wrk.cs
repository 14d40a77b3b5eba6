using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gazetier.Bench;

/// <summary>wrk, on the processor that the servers do not have.</summary>
internal static partial class Wrk
{
    /// <summary>An answer that is not 2xx or 3xx ends the run.</summary>
    public static async Task<Served> LoadAsync(Child server, string path, IReadOnlyDictionary<string, string> headers, int seconds, CancellationToken cancel)
    {
        string[] arguments =
        [
            "-c", "1", "wrk", "-t1", "-c32", $"-d{seconds}s",
            .. headers.SelectMany(header => new[] { "-H", $"{header.Key}: {header.Value}" }),
            server.Url + path,
        ];
        var before = server.Processor;
        using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await wrk.StandardOutput.ReadToEndAsync(cancel);
        await wrk.WaitForExitAsync(cancel);
        var rate = Rate().Match(said);
        if (!rate.Success || said.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk on {path}:\n{said}");
        }

        var requests = double.Parse(rate.Groups["requests"].Value, CultureInfo.InvariantCulture);
        return new Served(
            double.Parse(rate.Groups["rate"].Value, CultureInfo.InvariantCulture),
            requests / (server.Processor - before).TotalSeconds);
    }

    [GeneratedRegex(@"(?<requests>\d+) requests in .*Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Rate();
}

/// <param name="Rate">Requests answered in a second.</param>
/// <param name="PerProcessorSecond">Requests answered with one second of the server's processor: the same, less disturbed by other programs.</param>
internal readonly record struct Served(double Rate, double PerProcessorSecond);
