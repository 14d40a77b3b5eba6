namespace Gazetier.Features.Keywords;

/// <summary>Once after the start of a node that works.</summary>
public sealed partial class RereadAtStart(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RereadAtStart> log) : BackgroundService
{
    /// <summary>After the start, so that nothing waits for it; and until it is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isDone = false; !isDone;)
        {
            await Task.Delay(Patience, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RereadKeywords>().RunAsync(stoppingToken);
                isDone = true;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotRead(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Followed words could not be read again; trying again")]
    private static partial void CouldNotRead(ILogger log, Exception error);
}
