using System.Net.Sockets;
using Gazetier.Data;
using Gazetier.Mail.Dkim;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gazetier.Mail;

/// <summary>
/// Hands mails to the SMTP server of <c>Gazetier__Mail__Smtp</c>, over at most <c>Mail.Connections</c> connections that
/// are used again and again. 2xx is accepted; 4xx and no connection are tried later; 5xx is refused.
/// </summary>
public sealed class SmtpTransport(NewspaperOptions options, TimeProvider clock, SignMails? sign = null) : IMailTransport, IAsyncDisposable
{
    /// <summary>The longest that one mail may take, connecting included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SmtpAddress _address = SmtpAddress.Parse(options.Mail.Smtp!);
    private readonly SemaphoreSlim _turns = new(options.Mail.Connections);
    private readonly SmtpConnections _connections = new(clock);

    public async Task<Handover> SendAsync(Email email, CancellationToken cancel)
    {
        var hasLeft = false;
        if (TryMake(email, () => hasLeft = true, out var sender, out var recipient) is not { } message)
        {
            return new Handover(HandoverResult.Refused, "553 not an address");
        }

        using (message)
        {
            await _turns.WaitAsync(cancel);
            try
            {
                // A kept connection may have died of old age: that says nothing of the mail, if it had not left.
                var first = await TryAsync(message, sender, recipient, mayBeKept: true, cancel);
                return first.IsStale && !hasLeft
                    ? (await TryAsync(message, sender, recipient, mayBeKept: false, cancel)).Handover
                    : first.Handover;
            }
            finally
            {
                _turns.Release();
            }
        }
    }

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private MimeMessage? TryMake(Email email, Action written, out MailboxAddress sender, out MailboxAddress recipient)
    {
        sender = recipient = null!;
        try
        {
            sender = Mime.EnvelopeFrom(email, options.Mail.From);
            recipient = MailboxAddress.Parse(email.To);
            var message = Mime.Of(email, options.Mail.From, clock.GetUtcNow(), written);
            sign?.Sign(message);
            return message;
        }
        catch (ParseException)
        {
            return null;
        }
    }

    private async Task<Attempt> TryAsync(MimeMessage message, MailboxAddress sender, MailboxAddress recipient, bool mayBeKept, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var kept = mayBeKept ? _connections.Take() : null;
        var connection = kept;
        try
        {
            connection ??= await SmtpConnection.OpenAsync(_address, either.Token);
            var answer = await connection.SendAsync(message, sender, recipient, clock.GetUtcNow(), either.Token);
            return new Attempt(new Handover(HandoverResult.Accepted, answer));
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && Understand(error, connection is not null) is { } handover)
        {
            var isStale = kept is not null && (handover.Answer.StartsWith("421", StringComparison.Ordinal) || !kept.IsOpen);
            return new Attempt(handover, isStale);
        }
        catch
        {
            connection?.Dispose();
            connection = null;
            throw;
        }
        finally
        {
            _connections.Return(connection);
        }
    }

    /// <summary>What an error means for the mail; null for one that is ours and not the server's.</summary>
    private static Handover? Understand(Exception error, bool isConnected) => error switch
    {
        SmtpCommandException { StatusCode: var code } when isConnected => new Handover(
            (int)code is >= 500 and < 600 ? HandoverResult.Refused : HandoverResult.TryLater, $"{(int)code} {error.Message}"),
        // "554 no SMTP service here", a wrong password: about us, not about the mail.
        SmtpCommandException { StatusCode: var code } => new Handover(HandoverResult.TryLater, $"{(int)code} {error.Message}", IsReached: false),
        NotSupportedException when isConnected => new Handover(HandoverResult.Refused, "553 " + error.Message),
        OperationCanceledException => new Handover(HandoverResult.TryLater, "the server did not answer in time", isConnected),
        IOException or SocketException or ProtocolException or AuthenticationException or SslHandshakeException
            or ServiceNotConnectedException or NotSupportedException => new Handover(HandoverResult.TryLater, error.Message, isConnected),
        _ => null,
    };

    private readonly record struct Attempt(Handover Handover, bool IsStale = false);
}
