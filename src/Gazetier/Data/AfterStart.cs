namespace Gazetier.Data;

/// <summary>
/// What a node that works mends in the database once after its start, and again until it went well. It must come to the same however often,
/// and by however many nodes, it is done.
/// </summary>
public abstract partial class AfterStart(IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>After the start, so that nothing waits for it; and until it is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="services">Of a scope of its own.</param>
    protected abstract Task RunAsync(IServiceProvider services, CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isDone = false; !isDone;)
        {
            await Task.Delay(Patience, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RunAsync(scope.ServiceProvider, stoppingToken);
                isDone = true;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotMend(log, GetType().Name, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} could not be done after the start; trying again")]
    private static partial void CouldNotMend(ILogger log, string work, Exception error);
}
