using Gazetier.Features.DmarcReports;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>Takes in one message, by whichever way it came, each in a scope of its own: a report about our domain, or what came back.</summary>
public class TakeIn(IServiceScopeFactory scopes)
{
    /// <summary>Bytes of a message that are kept; what follows is read and thrown away.</summary>
    public const int Longest = 2 * 1024 * 1024;

    /// <param name="envelope">Whom it was handed over for; null where nobody knows.</param>
    public async Task<Receipt> RunAsync(ReadOnlyMemory<byte> message, string? envelope, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveDmarcReport>().RunAsync(message, cancel)
            ? Receipt.NoBounce
            : await scope.ServiceProvider.GetRequiredService<ReceiveReturned>().RunAsync(message, envelope, cancel);
    }
}
