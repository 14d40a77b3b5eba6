using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures;

/// <summary>The proof of a cancellation is kept as long as somebody may go to court about it (Code civil, art. 2224).</summary>
public class ForgetDepartures(GazetierDb db, TimeProvider clock) : IForget
{
    private const int YearsKept = 5;

    public string What => "Résiliations et rétractations reçues depuis cinq ans";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().UtcDateTime.AddYears(-YearsKept);
        return db.Departures.Where(d => d.ReceivedAt < old).ExecuteDeleteAsync(cancel);
    }
}
