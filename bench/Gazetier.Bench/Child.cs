using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gazetier.Bench;

/// <summary>A server that this run started, on one processor, and stops whatever happens.</summary>
public sealed class Child : IAsyncDisposable
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Process _process;

    private Child(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartedIn { get; private init; }

    /// <summary>Megabytes resident now.</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>Megabytes resident at most so far.</summary>
    public double MegabytesAtMost => Status("VmHWM:");

    /// <summary>Processor time used so far, in hundredths of a second as the kernel counts.</summary>
    public TimeSpan Processor
    {
        get
        {
            // After the name, which may hold blanks, fields 14 and 15 of proc(5) are the 12th and the 13th.
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
        }
    }

    public static Task<Child> NewspaperAsync(string data, CancellationToken cancel) => StartAsync(
        port => (Root.Program, ["serve", "--urls", $"http://127.0.0.1:{port}"]),
        new() { ["Gazetier__Data"] = data },
        cancel);

    public static Task<Child> BareAsync(string answer, CancellationToken cancel) => StartAsync(
        port => (Environment.ProcessPath!, ["bare", "--file", answer, "--port", $"{port}"]),
        [],
        cancel);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static async Task<Child> StartAsync(Func<int, (string Program, string[] Arguments)> command, Dictionary<string, string> settings, CancellationToken cancel)
    {
        var port = FreePort();
        var (program, arguments) = command(port);
        // taskset becomes the program (exec), so the process id is the server's.
        var start = new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var child = new Child(process, port);
        try
        {
            await AnswersAsync(child, cancel);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }

        return new Child(process, port) { StartedIn = clock.Elapsed };
    }

    private static async Task AnswersAsync(Child child, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var response = await Client.GetAsync(child.Url + "/", HttpCompletionOption.ResponseContentRead, cancel);
                if ((int)response.StatusCode >= 400)
                {
                    throw new InvalidOperationException($"{child.Url}/ answers {response.StatusCode}.");
                }

                return;
            }
            catch (HttpRequestException) when (tries < 6000 && !child._process.HasExited)
            {
                await Task.Delay(10, cancel);
            }
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private double Status(string line) =>
        double.Parse(
            File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(line, StringComparison.Ordinal))[line.Length..].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture) / 1024;
}
