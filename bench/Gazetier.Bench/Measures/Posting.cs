using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gazetier.Bench.Measures;

/// <summary>One run of <c>gazetier issue digest</c>.</summary>
/// <param name="Sent">Mails that the sink accepted.</param>
/// <param name="Rate">Mails in a second, composing and recording included; the start of the program not.</param>
/// <param name="Megabytes">Resident at most.</param>
internal sealed partial record Posting(int Sent, double Rate, double Megabytes)
{
    /// <returns>Null where this gazetier has no such verb, or a mail was not accepted.</returns>
    public static async Task<Posting?> RunAsync(string data, int port, int connections, CancellationToken cancel)
    {
        using var issue = Start(data, port, connections);
        var errors = issue.StandardError.ReadToEndAsync(cancel);
        var said = issue.StandardOutput.ReadToEndAsync(cancel);
        var peak = 0.0;
        while (!said.IsCompleted)
        {
            peak = Math.Max(peak, MegabytesOf(issue));
            await Task.WhenAny(said, Task.Delay(50, cancel));
        }

        await issue.WaitForExitAsync(cancel);
        await errors;
        var posted = Sentence().Match(await said);
        return posted.Success && issue.ExitCode == 0 ? Of(posted, peak) : null;
    }

    /// <summary>The program on its way; its output must be read.</summary>
    public static Process Start(string data, int port, int connections, string? database = null)
    {
        var start = new ProcessStartInfo(Root.Program, ["issue", "digest"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["Gazetier__Data"] = data;
        start.Environment["Gazetier__Mail__Smtp"] = $"smtp://127.0.0.1:{port}";
        start.Environment["Gazetier__Mail__Connections"] = $"{connections}";
        if (database is not null)
        {
            start.Environment["Gazetier__Database"] = database;
        }

        return Process.Start(start)!;
    }

    private static Posting Of(Match posted, double peak)
    {
        double Number(string name) => double.Parse(posted.Groups[name].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        return new Posting((int)Number("sent"), Number("sent") / (Number("composing") + Number("posting")), peak);
    }

    private static double MegabytesOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between the two questions
        }
    }

    [GeneratedRegex(@"posted:\s+(?<sent>\d+) sent, .*\((?<composing>[\d.,]+) s composing, (?<posting>[\d.,]+) s posting\)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Sentence();
}
