using System.Net;
using System.Net.Sockets;
using Gazetier.Data;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>
/// Listens on this machine for the mail server that hands over what came back, by LMTP or SMTP. It relays nothing, keeps
/// nothing but what <see cref="TakeIn"/> counts, and says "later" while the database is away.
/// </summary>
public partial class BounceListener(NewspaperOptions options, TakeIn takeIn, ILogger<BounceListener> log) : BackgroundService
{
    /// <summary>Conversations at a time; who comes next waits in the queue of the system.</summary>
    private const int AtOnce = 20;

    private readonly TaskCompletionSource<IPEndPoint> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens, once it does.</summary>
    public Task<IPEndPoint> Listening => _listening.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(IPEndPoint.Parse(options.Mail.Bounces.Listen));
        try
        {
            listener.Start();
        }
        catch (SocketException taken)
        {
            CannotListen(log, options.Mail.Bounces.Listen, taken.Message);
            _listening.TrySetException(taken);
            return;
        }

        _listening.TrySetResult((IPEndPoint)listener.LocalEndpoint);
        using var turns = new SemaphoreSlim(AtOnce);
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.WaitAsync(stoppingToken);
            var client = await listener.AcceptTcpClientAsync(stoppingToken);
            _ = TalkAsync(client, turns, stoppingToken);
        }
    }

    private async Task TalkAsync(TcpClient client, SemaphoreSlim turns, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new LmtpConversation(stream, takeIn).RunAsync(stop);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // The other side hung up or fell silent: it comes again.
            }
            catch (Exception error)
            {
                Broke(log, error);
            }
            finally
            {
                Release(turns);
            }
        }
    }

    private static void Release(SemaphoreSlim turns)
    {
        try
        {
            turns.Release();
        }
        catch (ObjectDisposedException)
        {
            // The program stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot listen for bounces at {Address}: {Why}")]
    private static partial void CannotListen(ILogger log, string address, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bounce could not be taken in; the mail server tries again")]
    private static partial void Broke(ILogger log, Exception error);
}
