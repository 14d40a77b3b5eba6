using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Gazetier.Features.SenderHealth;

/// <summary>Over the network, with little patience.</summary>
public class ReachServers(IHttpClientFactory clients) : IReachServers
{
    private const int LongestPolicy = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<TlsAnswer> TlsAsync(string host, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(host, 25, SecureSocketOptions.StartTls, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return TlsAnswer.Valid;
        }
        catch (SslHandshakeException)
        {
            return TlsAnswer.WrongCertificate;
        }
        catch (NotSupportedException)
        {
            return TlsAnswer.NotOffered;
        }
        catch (Exception away) when (!cancel.IsCancellationRequested && away is SocketException or IOException or OperationCanceledException or ProtocolException or CommandException)
        {
            return TlsAnswer.Unreachable;
        }
    }

    public async Task<string?> PolicyAsync(string domain, CancellationToken cancel)
    {
        using var client = clients.CreateClient(nameof(ReachServers));
        client.Timeout = Patience;
        client.MaxResponseContentBufferSize = LongestPolicy;
        try
        {
            return await client.GetStringAsync(new Uri($"https://mta-sts.{domain}/.well-known/mta-sts.txt"), cancel);
        }
        catch (Exception away) when (!cancel.IsCancellationRequested && away is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
