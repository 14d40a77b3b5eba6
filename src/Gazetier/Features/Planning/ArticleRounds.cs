namespace Gazetier.Features.Planning;

/// <summary>Looks each second whether the minute of an article has come, on every node that works: two indexed queries.</summary>
public partial class ArticleRounds(IServiceScopeFactory scopes, ILogger<ArticleRounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<FreeArticles>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<AnnounceArticles>().RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotLook(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Articles whose minute has come could not be freed or announced; trying again")]
    private static partial void CouldNotLook(ILogger log, Exception error);
}
