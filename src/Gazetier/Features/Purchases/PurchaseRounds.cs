namespace Gazetier.Features.Purchases;

/// <summary>Looks every minute for what renews itself and what was not paid, and once a day for what is to be quoted, and what was begun and left.</summary>
public partial class PurchaseRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PurchaseRounds> log) : BackgroundService
{
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    private DateOnly _quotedOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                CouldNotCall(log, error);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RenewSubscriptions>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<CallForPayments>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<LapsePurchases>().RunAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (today != _quotedOn)
        {
            await scope.ServiceProvider.GetRequiredService<WriteRenewalQuotes>().RunAsync(cancel);
            _quotedOn = today;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Payments could not be called for; trying again")]
    private static partial void CouldNotCall(ILogger log, Exception error);
}
