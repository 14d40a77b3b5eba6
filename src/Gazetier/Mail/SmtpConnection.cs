using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gazetier.Mail;

/// <summary>One open connection to the SMTP server, used for one mail after another.</summary>
public sealed class SmtpConnection : IDisposable
{
    private readonly SmtpClient _client;

    private SmtpConnection(SmtpClient client) => _client = client;

    /// <summary>UTC; when it was last used.</summary>
    public DateTimeOffset UsedAt { get; private set; }

    public bool IsOpen => _client.IsConnected;

    /// <exception cref="SocketException">Nobody answers.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpAddress address, CancellationToken cancel)
    {
        // MailKit's own socket keeps Nagle's delay: 44 ms a mail on loopback, since the closing dot waits for an answer.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancel);
            if (!address.IsTls && address.Name is null)
            {
                // TLS "when offered" protects from listeners only: who could forge a certificate could as well hide the offer.
#pragma warning disable CA5359
                client.ServerCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
            }

            await client.ConnectAsync(socket, address.Host, address.Port, Security(address), cancel);
            // With SIZE, MailKit writes each mail twice, once to measure it; with CHUNKING it holds it in memory.
            client.Capabilities &= ~(SmtpCapabilities.Size | SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
            if (address.Name is not null)
            {
                await client.AuthenticateAsync(address.Name, address.Password ?? "", cancel);
            }

            return new SmtpConnection(client);
        }
        catch
        {
            client.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Returns what the server said to the mail, code first.</summary>
    public async Task<string> SendAsync(MimeMessage message, MailboxAddress sender, MailboxAddress recipient, DateTimeOffset now, CancellationToken cancel)
    {
        UsedAt = now;
        return "250 " + await _client.SendAsync(FormatOptions.Default, message, sender, [recipient], cancel);
    }

    /// <summary>Says goodbye, if the server still listens.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        try
        {
            await _client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception error) when (error is IOException or SocketException or MailKit.ProtocolException or OperationCanceledException)
        {
            // It was gone already.
        }

        Dispose();
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A password never travels in clear, but to this machine.</summary>
    private static SecureSocketOptions Security(SmtpAddress address) =>
        address.IsTls ? SecureSocketOptions.SslOnConnect
        : address.Name is not null && !address.IsLoopback ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;
}
