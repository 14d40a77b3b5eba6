using System.Text;
using Gazetier.Data;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>One conversation by LMTP (RFC 2033) or SMTP (RFC 5321), as short as a listener on loopback may be.</summary>
public sealed class LmtpConversation(Stream stream, TakeIn takeIn)
{
    private const int LongestLine = 2048;
    private const int MostRecipients = 100;

    /// <summary>Bytes after which a message is not taken at all.</summary>
    private const int Refused = 50 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly BoundedLines _lines = new(stream, LongestLine);
    private readonly List<string> _recipients = [];
    private bool _isLmtp;
    private bool _hasSender;

    public async Task RunAsync(CancellationToken stop)
    {
        await SayAsync("220 gazetier", stop);
        while (await ReadAsync(stop) is { } line)
        {
            var command = Encoding.ASCII.GetString(line).TrimEnd();
            var verb = command.Split(' ')[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await SayAsync("221 2.0.0 au revoir", stop);
                return;
            }

            await AnswerAsync(verb, command, stop);
        }
    }

    private Task AnswerAsync(string verb, string command, CancellationToken stop)
    {
        switch (verb)
        {
            case "LHLO" or "EHLO":
                Reset(verb == "LHLO");
                return SayAsync($"250-gazetier\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {Refused}", stop);
            case "HELO":
                Reset(isLmtp: false);
                return SayAsync("250 gazetier", stop);
            case "RSET":
                Reset(_isLmtp);
                return SayAsync("250 2.0.0 ok", stop);
            case "NOOP":
                return SayAsync("250 2.0.0 ok", stop);
            case "MAIL":
                _hasSender = true;
                return SayAsync("250 2.1.0 ok", stop);
            case "RCPT":
                return RecipientAsync(command, stop);
            case "DATA":
                return _recipients.Count == 0 ? SayAsync("503 5.5.1 no recipient", stop) : DataAsync(stop);
            default:
                return SayAsync("502 5.5.2 not here", stop);
        }
    }

    private Task RecipientAsync(string command, CancellationToken stop)
    {
        var (from, to) = (command.IndexOf('<', StringComparison.Ordinal), command.IndexOf('>', StringComparison.Ordinal));
        if (!_hasSender || from < 0 || to <= from)
        {
            return SayAsync(_hasSender ? "501 5.1.3 not an address" : "503 5.5.1 no sender", stop);
        }

        if (_recipients.Count >= MostRecipients)
        {
            return SayAsync("452 4.5.3 too many recipients", stop);
        }

        _recipients.Add(command[(from + 1)..to]);
        return SayAsync("250 2.1.5 ok", stop);
    }

    private async Task DataAsync(CancellationToken stop)
    {
        await SayAsync("354 end with a dot", stop);
        using var message = new MemoryStream();
        long size = 0;
        while (await ReadAsync(stop) is { } line)
        {
            if (line.AsSpan().SequenceEqual("."u8))
            {
                await CloseAsync(message.GetBuffer().AsMemory(0, (int)message.Length), size, stop);
                return;
            }

            var text = line.Length > 0 && line[0] == '.' ? line.AsMemory(1) : line;
            size += text.Length + 2;
            if (message.Length + text.Length + 2 <= TakeIn.Longest)
            {
                message.Write(text.Span);
                message.Write("\r\n"u8);
            }
        }
    }

    /// <summary>LMTP is answered for each recipient, SMTP once.</summary>
    private async Task CloseAsync(ReadOnlyMemory<byte> message, long size, CancellationToken stop)
    {
        var answers = new List<string>();
        foreach (var recipient in _recipients)
        {
            answers.Add(size > Refused ? "552 5.3.4 too big" : await TakeAsync(message, recipient, stop));
        }

        var worst = answers.Find(answer => answer[0] == '4') ?? answers[0];
        Reset(_isLmtp);
        foreach (var answer in _isLmtp ? answers : [worst])
        {
            await SayAsync(answer, stop);
        }
    }

    private async Task<string> TakeAsync(ReadOnlyMemory<byte> message, string recipient, CancellationToken stop)
    {
        try
        {
            await takeIn.RunAsync(message, recipient, stop);
            return "250 2.0.0 ok";
        }
        catch (Exception away) when (DatabaseAway.IsCauseOf(away))
        {
            return "451 4.3.0 later";
        }
    }

    private void Reset(bool isLmtp)
    {
        _isLmtp = isLmtp;
        _hasSender = false;
        _recipients.Clear();
    }

    private async Task<byte[]?> ReadAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        return await _lines.ReadAsync(patience.Token);
    }

    private async Task SayAsync(string line, CancellationToken stop) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop);
}
