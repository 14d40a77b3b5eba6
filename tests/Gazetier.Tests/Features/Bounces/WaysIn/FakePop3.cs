using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gazetier.Tests.Features.Bounces.WaysIn;

/// <summary>A POP3 server of a few lines.</summary>
public sealed class FakePop3 : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FakePop3()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"pop3://bounces:secret@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("+OK fake");
                await TalkAsync(reader, writer);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var deleted = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var words = line.Split(' ');
            var message = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Messages.Count ? Messages[number - 1] : "";
            switch (words[0].ToUpperInvariant())
            {
                case "CAPA":
                    await writer.WriteLineAsync("+OK\r\nUSER\r\nUIDL\r\n.");
                    break;
                case "PASS" when words[1] != "secret":
                    await writer.WriteLineAsync("-ERR no");
                    break;
                case "STAT":
                    await writer.WriteLineAsync($"+OK {Messages.Count} {Messages.Sum(m => m.Length)}");
                    break;
                case "LIST" when words.Length > 1:
                    await writer.WriteLineAsync($"+OK {words[1]} {message.Length}");
                    break;
                case "UIDL":
                    await writer.WriteLineAsync("+OK\r\n" + string.Concat(Messages.Select((_, n) => $"{n + 1} u{n}\r\n")) + ".");
                    break;
                case "RETR":
                    await writer.WriteLineAsync("+OK\r\n" + message + "\r\n.");
                    break;
                case "DELE":
                    deleted.Add(message);
                    await writer.WriteLineAsync("+OK");
                    break;
                case "QUIT":
                    // As the standard has it: only now.
                    deleted.ForEach(one => Messages.Remove(one));
                    await writer.WriteLineAsync("+OK");
                    return;
                default:
                    await writer.WriteLineAsync("+OK");
                    break;
            }
        }
    }
}
