using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Gazetier.Bench;

/// <summary>Postfix's smtp-sink, which takes every mail and forgets it, and smtp-source, which only sends.</summary>
internal sealed class Smtp : IAsyncDisposable
{
    private const int Backlog = 1000;
    private readonly Process _sink;

    private Smtp(Process sink, int port) => (_sink, Port) = (sink, port);

    public int Port { get; }

    /// <param name="dump">A file that all mails are written to; null: nowhere.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<Smtp> SinkAsync(string? dump, CancellationToken cancel)
    {
        var port = Child.FreePort();
        string[] arguments =
        [
            .. Environment.IsPrivilegedProcess ? ["-u", "root"] : Array.Empty<string>(),
            .. dump is null ? Array.Empty<string>() : ["-D", dump],
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), $"{Backlog}",
        ];
        var sink = new Smtp(Process.Start("/usr/sbin/smtp-sink", arguments), port);
        for (var tries = 0; tries < 200 && !await ListensAsync(port, cancel); tries++)
        {
            await Task.Delay(25, cancel);
        }

        return sink;
    }

    /// <returns>Mails in a second.</returns>
    public static async Task<double> SourceAsync(Smtp sink, int connections, int bytes, int mails, CancellationToken cancel)
    {
        // -d: connections are kept from mail to mail, as ours are.
        string[] arguments = ["-d", "-s", $"{connections}", "-l", $"{bytes}", "-m", $"{mails}", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{sink.Port}")];
        var clock = Stopwatch.GetTimestamp();
        using var source = Process.Start("/usr/sbin/smtp-source", arguments);
        await source.WaitForExitAsync(cancel);
        return source.ExitCode == 0 ? mails / Stopwatch.GetElapsedTime(clock).TotalSeconds : throw new InvalidOperationException("smtp-source failed.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_sink.HasExited)
        {
            _sink.Kill();
            await _sink.WaitForExitAsync();
        }

        _sink.Dispose();
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
