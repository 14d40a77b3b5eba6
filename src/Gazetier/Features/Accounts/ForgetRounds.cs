namespace Gazetier.Features.Accounts;

/// <summary>Lets <see cref="ForgetOld"/> run every quarter of an hour. On several nodes it runs several times, and finds nothing.</summary>
public partial class ForgetRounds(IServiceScopeFactory scopes, ILogger<ForgetRounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ForgetOld>().RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotForget(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old sessions, links and registrations could not be erased; trying again")]
    private static partial void CouldNotForget(ILogger log, Exception error);
}
