using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Gazetier.Mail.Wire;

/// <summary>
/// An open conversation with the SMTP server (RFC 5321): greeted, encrypted and signed in, with what the server can do.
/// </summary>
public sealed class SmtpCall : IDisposable
{
    private Stream _stream;
    private SmtpReplies _replies;

    private SmtpCall(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _replies = new SmtpReplies(_stream);
    }

    /// <summary>Commands may follow one another without waiting (RFC 2920).</summary>
    public bool CanPipeline { get; private set; }

    /// <summary>Texts go by BDAT, their length said before (RFC 3030); only where commands may follow one another.</summary>
    public bool CanChunk { get; private set; }

    /// <summary>Something was sent over it already, so it may have died of old age.</summary>
    public bool IsUsed { get; set; }

    /// <summary>A mail was begun and not ended.</summary>
    public bool MustReset { get; set; }

    /// <exception cref="SocketException">Nobody answers.</exception>
    /// <exception cref="SmtpUnwelcomeException">It answers, and wants us not.</exception>
    public static async Task<SmtpCall> OpenAsync(SmtpAddress address, CancellationToken cancel)
    {
        var call = new SmtpCall(await ConnectAsync(address, cancel));
        try
        {
            if (address.IsTls)
            {
                await call.EncryptAsync(address, cancel);
            }

            Welcome(await call.NextAsync(cancel));
            await call.IntroduceAsync(address, cancel);
            return call;
        }
        catch
        {
            call.Dispose();
            throw;
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => _stream.WriteAsync(bytes, cancel);

    public ValueTask<SmtpReply> NextAsync(CancellationToken cancel) => _replies.NextAsync(cancel);

    public void Dispose() => _stream.Dispose();

    /// <summary>Says goodbye, if the server still listens.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        try
        {
            await AskAsync("QUIT", cancel);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // It was gone already.
        }

        Dispose();
    }

    private static async Task<Socket> ConnectAsync(SmtpAddress address, CancellationToken cancel)
    {
        // Nagle's delay would hold back each closing dot.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task IntroduceAsync(SmtpAddress address, CancellationToken cancel)
    {
        var offers = await GreetAsync(cancel);
        var mustEncrypt = address is { IsTls: false, IsLoopback: false, Name: not null };
        if (!address.IsTls && (offers.Contains("STARTTLS") || mustEncrypt))
        {
            // A password never travels in clear, but to this machine.
            Welcome(await AskAsync("STARTTLS", cancel));
            await EncryptAsync(address, cancel);
            offers = await GreetAsync(cancel);
        }

        CanPipeline = offers.Contains("PIPELINING");
        CanChunk = CanPipeline && offers.Contains("CHUNKING");
        if (address.Name is not null)
        {
            await SignInAsync(address.Name, address.Password ?? "", offers, cancel);
        }
    }

    /// <returns>What the server offers, in capitals: "PIPELINING", "AUTH PLAIN LOGIN".</returns>
    private async Task<HashSet<string>> GreetAsync(CancellationToken cancel)
    {
        var name = Dns.GetHostName();
        var reply = await AskAsync("EHLO " + name, cancel);
        if (!reply.IsYes)
        {
            Welcome(await AskAsync("HELO " + name, cancel));
            return [];
        }

        return [.. reply.Before.Skip(1).Append(reply.Text.Length > 4 ? reply.Text[4..] : "").Select(line => line.Trim().ToUpperInvariant())];
    }

    private async Task SignInAsync(string name, string password, HashSet<string> offers, CancellationToken cancel)
    {
        var ways = offers.Where(offer => offer.StartsWith("AUTH", StringComparison.Ordinal)).SelectMany(offer => offer.Split(' ', '=')).ToHashSet(StringComparer.Ordinal);
        if (ways.Contains("PLAIN"))
        {
            Welcome(await AskAsync("AUTH PLAIN " + Base64($"\0{name}\0{password}"), cancel));
        }
        else if (ways.Contains("LOGIN"))
        {
            Welcome(await AskAsync("AUTH LOGIN", cancel));
            Welcome(await AskAsync(Base64(name), cancel));
            Welcome(await AskAsync(Base64(password), cancel));
        }
        else
        {
            throw new SmtpUnwelcomeException("the server offers no way to sign in that is known here (PLAIN, LOGIN)");
        }
    }

    private async Task EncryptAsync(SmtpAddress address, CancellationToken cancel)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        var options = new SslClientAuthenticationOptions { TargetHost = address.Host };
        if (!address.IsTls && address.Name is null)
        {
            // TLS "when offered" protects from listeners only: who could forge a certificate could as well hide the offer.
#pragma warning disable CA5359
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        await tls.AuthenticateAsClientAsync(options, cancel);
        _replies = new SmtpReplies(tls);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancel)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancel);
        return await NextAsync(cancel);
    }

    private static void Welcome(SmtpReply reply)
    {
        if (!reply.IsYes)
        {
            throw new SmtpUnwelcomeException(reply.Whole);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
