using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gazetier.Tests.Mail;

/// <summary>An SMTP server of a few lines that accepts, refuses, or hangs up where a test wants it to.</summary>
public sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Received> _mails = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly SemaphoreSlim _closed = new(0);
    private readonly Task _accepting;
    private int _connections;
    private int _most;

    public FakeSmtp()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<Received> Mails => [.. _mails];

    /// <summary>Connections that were opened so far.</summary>
    public int Connections => _connections;

    /// <summary>The most that were open at the same time.</summary>
    public int MostAtOnce => _most;

    public int Open => _open.Count;

    /// <summary>What it answers to RCPT; "250 Ok" when it gives null.</summary>
    public Func<string, string?> ToRecipient { get; set; } = _ => null;

    /// <summary>What it answers after the closing dot; "" hangs up instead of answering.</summary>
    public Func<Received, string?> ToMail { get; set; } = _ => null;

    /// <summary>What it greets with; null is the usual greeting.</summary>
    public string? Greeting { get; set; }

    /// <summary>What it offers after EHLO.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["SIZE 10000000", "PIPELINING", "8BITMIME"];

    /// <summary>True: it answers 354 to DATA though it refused the recipient.</summary>
    public bool WantsTextAnyway { get; set; }

    /// <summary>Commands that it was given, in their order.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>True: hangs up in the middle of the next mail's text.</summary>
    public bool HangUpInData { get; set; }

    /// <summary>True: hangs up in the middle of each mail's text.</summary>
    public bool HangsUpAlways { get; set; }

    /// <summary>Until it ends, nothing is answered for a text, nor is the text taken.</summary>
    public Task Silence { get; set; } = Task.CompletedTask;

    /// <summary>Waits until one more connection is closed; false when none is within ten seconds.</summary>
    public Task<bool> HasClosedAsync() => _closed.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Closes every connection, as a server does that restarts.</summary>
    public void HangUpOnAll()
    {
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        HangUpOnAll();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                _open[client] = true;
                Interlocked.Increment(ref _connections);
                _most = Math.Max(_most, _open.Count);
                served.Add(ServeAsync(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync(Greeting ?? "220 fake ESMTP");
            await TalkAsync(reader, writer);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // One of the two hung up, or the test is over.
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
            _closed.Release();
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", (string?)null);
        var chunks = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Enqueue(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(string.Join("\r\n", Offers.Prepend("fake").Select((offer, n) => (n == Offers.Count ? "250 " : "250-") + offer)));
                    break;
                case "MAIL":
                    (from, to) = (Between(line), null);
                    chunks.Clear();
                    await writer.WriteLineAsync("250 Ok");
                    break;
                case "RCPT":
                    var refusal = ToRecipient(Between(line));
                    to = refusal is null ? Between(line) : null;
                    await writer.WriteLineAsync(refusal ?? "250 Ok");
                    break;
                case "DATA" when to is null && !WantsTextAnyway:
                    await writer.WriteLineAsync("554 no valid recipients");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    if (!await TakeAsync(reader, writer, from, to))
                    {
                        return;
                    }

                    break;
                case "BDAT":
                    chunks.Append(await ChunkAsync(reader, int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
                    if (to is null || !line.EndsWith("LAST", StringComparison.OrdinalIgnoreCase))
                    {
                        await writer.WriteLineAsync(to is null ? "554 no valid recipients" : "250 Ok");
                        break;
                    }

                    if (!await AnswerAsync(writer, new Received(from, to, chunks.ToString())))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 Ok");
                    break;
            }
        }
    }

    private async Task<string> ChunkAsync(StreamReader reader, int length)
    {
        var chunk = new char[length];
        if (length > 0)
        {
            await reader.ReadBlockAsync(chunk, _stop.Token);
        }

        return new string(chunk);
    }

    /// <summary>False: it hangs up instead.</summary>
    private async Task<bool> AnswerAsync(StreamWriter writer, Received mail)
    {
        if (!Silence.IsCompleted)
        {
            await Silence;
            return false;
        }

        var answer = ToMail(mail) ?? $"250 2.0.0 Ok: queued as {_mails.Count + 1}";
        if (answer.StartsWith('2'))
        {
            _mails.Enqueue(mail);
        }

        if (answer.Length > 0)
        {
            await writer.WriteLineAsync(answer);
        }

        return answer.Length > 0;
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer, string from, string? to)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if ((HangUpInData || HangsUpAlways) && text.Length > 200)
            {
                HangUpInData = false;
                return false;
            }

            if (line == ".")
            {
                if (to is not null)
                {
                    return await AnswerAsync(writer, new Received(from, to, text.ToString()));
                }

                await writer.WriteLineAsync("554 no valid recipients");
                return true;
            }

            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return false;
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

/// <summary>What the server took.</summary>
public sealed record Received(string From, string To, string Text);
