namespace Gazetier.Mail;

/// <summary>Looks into the outbox each second. Owed mails are few; a look is one indexed query.</summary>
public partial class OutboxRounds(IServiceScopeFactory scopes, ILogger<OutboxRounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PostOutbox>().RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotPost(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be posted; trying again")]
    private static partial void CouldNotPost(ILogger log, Exception error);
}
