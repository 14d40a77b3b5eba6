using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Gazetier.Mail.Wire;

/// <summary>
/// A line to the SMTP server for mails in bulk. With PIPELINING a mail costs two ways there and back, with CHUNKING too,
/// in fewer pieces: sender, recipient and text go at once; the mark that ends the text goes on its own, when <c>leaving</c> was told.
/// </summary>
public sealed class SmtpLine(SmtpAddress address, TimeProvider clock) : IMailLine
{
    /// <summary>The longest that one mail may take, connecting included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly byte[] Dot = ".\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "BDAT 0 LAST\r\n"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _out = new(64 * 1024);
    private SmtpCall? _call;

    public async Task<Handover> SendAsync(WireMail mail, Action leaving, CancellationToken cancel)
    {
        if (WireMail.AddressOf(mail.To) is not { } to)
        {
            return new Handover(HandoverResult.Refused, "553 not an address");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var isUsed = _call is { IsUsed: true };
        var first = await TryAsync(mail, to, leaving, either.Token);
        // A kept conversation may have died of old age: that says nothing of the mail, if it had not left.
        return first.IsBroken && isUsed && !first.HasLeft ? (await TryAsync(mail, to, leaving, either.Token)).Handover : first.Handover;
    }

    public async ValueTask DisposeAsync()
    {
        if (_call is { } call)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
            await call.CloseAsync(patience.Token);
        }
    }

    private async Task<Attempt> TryAsync(WireMail mail, string to, Action leaving, CancellationToken cancel)
    {
        var hasLeft = false;
        try
        {
            _call ??= await SmtpCall.OpenAsync(address, cancel);
            if (await OfferAsync(_call, mail, to, cancel) is { } refusal)
            {
                return refusal.Code == 421 ? Broken(Hang(refusal.Whole), hasLeft) : new Attempt(Understand(refusal));
            }

            hasLeft = true;
            leaving();
            await _call.WriteAsync(_call.CanChunk ? LastChunk : Dot, cancel);
            var answer = await _call.NextAsync(cancel);
            (_call.IsUsed, _call.MustReset) = (true, false);
            return new Attempt(Understand(answer), HasLeft: true);
        }
        catch (SmtpUnwelcomeException no)
        {
            return new Attempt(new Handover(HandoverResult.TryLater, no.Message, IsReached: false));
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            return Broken(Hang(error is OperationCanceledException ? "the server did not answer in time" : error.Message), hasLeft);
        }
        catch
        {
            // Ours: what the line was in the middle of must not meet the next mail.
            Hang("");
            throw;
        }
    }

    /// <summary>Sender, recipient and text, but for its end. Null: the server takes them.</summary>
    private async ValueTask<SmtpReply?> OfferAsync(SmtpCall call, WireMail mail, string to, CancellationToken cancel)
    {
        if (!call.CanPipeline)
        {
            return await OfferStepByStepAsync(call, mail, to, cancel);
        }

        _out.ResetWrittenCount();
        var isReset = call.MustReset;
        Say(isReset ? "RSET\r\n" : "");
        Say($"MAIL FROM:<{mail.EnvelopeFrom}>\r\nRCPT TO:<{to}>\r\n");
        if (call.CanChunk)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"BDAT {mail.Size}\r\n"));
            mail.WriteTo(_out);
        }
        else
        {
            Say("DATA\r\n");
        }

        await call.WriteAsync(_out.WrittenMemory, cancel);
        call.MustReset = true;
        var refusal = await RefusalAsync(call, isReset ? 4 : 3, cancel);
        if (refusal.First is not null)
        {
            // A server that wants the text though it wants nobody to have it: it gets none.
            if (refusal.Last.Code == 354)
            {
                await call.WriteAsync(Dot, cancel);
                await call.NextAsync(cancel);
            }

            return refusal.First;
        }

        if (!call.CanChunk)
        {
            await TextAsync(call, mail, cancel);
        }

        return null;
    }

    /// <summary>For the servers of old that want each answer waited for.</summary>
    private async ValueTask<SmtpReply?> OfferStepByStepAsync(SmtpCall call, WireMail mail, string to, CancellationToken cancel)
    {
        if (call.MustReset)
        {
            await call.WriteAsync("RSET\r\n"u8.ToArray(), cancel);
            await call.NextAsync(cancel);
        }

        call.MustReset = true;
        foreach (var command in new[] { $"MAIL FROM:<{mail.EnvelopeFrom}>\r\n", $"RCPT TO:<{to}>\r\n", "DATA\r\n" })
        {
            await call.WriteAsync(Encoding.ASCII.GetBytes(command), cancel);
            if (await call.NextAsync(cancel) is { IsYes: false } no)
            {
                return no;
            }
        }

        await TextAsync(call, mail, cancel);
        return null;
    }

    private ValueTask TextAsync(SmtpCall call, WireMail mail, CancellationToken cancel)
    {
        _out.ResetWrittenCount();
        mail.WriteTo(_out);
        return call.WriteAsync(_out.WrittenMemory, cancel);
    }

    /// <summary>Reads the answers to all that was sent; the first "no" is the one that says why.</summary>
    private static async ValueTask<(SmtpReply? First, SmtpReply Last)> RefusalAsync(SmtpCall call, int answers, CancellationToken cancel)
    {
        SmtpReply? first = null;
        var last = default(SmtpReply);
        for (var n = 0; n < answers; n++)
        {
            last = await call.NextAsync(cancel);
            first ??= last.IsYes ? null : last;
            if (last.Code == 421)
            {
                break;
            }
        }

        return (first, last);
    }

    private void Say(string command)
    {
        var span = _out.GetSpan(command.Length);
        _out.Advance(Encoding.ASCII.GetBytes(command, span));
    }

    private (string Why, bool WasThere) Hang(string why)
    {
        var wasThere = _call is not null;
        _call?.Dispose();
        _call = null;
        return (why, wasThere);
    }

    private static Attempt Broken((string Why, bool WasThere) end, bool hasLeft) =>
        new(new Handover(HandoverResult.TryLater, end.Why, end.WasThere), IsBroken: true, HasLeft: hasLeft);

    private static Handover Understand(SmtpReply reply) => new(
        reply.IsYes ? HandoverResult.Accepted : reply.Code >= 500 ? HandoverResult.Refused : HandoverResult.TryLater, reply.Whole);

    private readonly record struct Attempt(Handover Handover, bool IsBroken = false, bool HasLeft = false);
}

/// <summary>Lines to the SMTP server of <c>Gazetier__Mail__Smtp</c>.</summary>
public sealed class SmtpLines(Data.NewspaperOptions options, TimeProvider clock) : IMailLines
{
    private readonly SmtpAddress _address = SmtpAddress.Parse(options.Mail.Smtp!);

    public IMailLine Open() => new SmtpLine(_address, clock);
}
