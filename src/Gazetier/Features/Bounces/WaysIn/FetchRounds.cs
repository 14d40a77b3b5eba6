using Gazetier.Data;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>Looks into the Maildir each ten seconds and into the mailbox each minute.</summary>
public partial class FetchRounds(NewspaperOptions options, ReadMaildir maildir, ReadMailbox mailbox, ILogger<FetchRounds> log) : BackgroundService
{
    private const int RoundsToMailbox = 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            if (options.Mail.Bounces.Maildir.Length > 0)
            {
                await TryAsync("Maildir", maildir.RunAsync, stoppingToken);
            }

            if (options.Mail.Bounces.Mailbox.Length > 0 && round % RoundsToMailbox == 0)
            {
                await TryAsync("mailbox", mailbox.RunAsync, stoppingToken);
            }
        }
    }

    private async Task TryAsync(string way, Func<CancellationToken, Task<int>> read, CancellationToken stop)
    {
        try
        {
            while (await read(stop) > 0)
            {
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            CouldNotRead(log, way, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Way} of bounces could not be read: {Why}")]
    private static partial void CouldNotRead(ILogger log, string way, string why);
}
