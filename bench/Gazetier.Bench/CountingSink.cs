using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gazetier.Bench;

/// <summary>An SMTP server that takes every mail and remembers its Message-ID: taken is what was given to its last line, answered or not.</summary>
internal sealed class CountingSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);
    private readonly Task _accepting;
    private int _count;

    public CountingSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Count => _count;

    public int Distinct => _taken.Count;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var open = client;
        client.NoDelay = true;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink ESMTP");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                await writer.WriteLineAsync(line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" => "250-sink\r\n250 PIPELINING",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 Ok",
                });
                if (line == "DATA" && await TakeAsync(reader))
                {
                    await writer.WriteLineAsync("250 2.0.0 Ok");
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // Killed in the middle, as is the point.
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                _taken.AddOrUpdate(id, 1, (_, before) => before + 1);
                Interlocked.Increment(ref _count);
                return true;
            }

            id = line.StartsWith("Message-ID:", StringComparison.Ordinal) ? line : id;
        }

        return false;
    }
}
