using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>Who had a place is known for two years: as long as an invoice for it may be asked about.</summary>
public class ForgetBookings(GazetierDb db, TimeProvider clock) : IForget
{
    private const int YearsKept = 2;

    public string What => "Inscriptions à des dates passées depuis deux ans";

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var old = clock.GetUtcNow().UtcDateTime.AddYears(-YearsKept);
        return db.Bookings.Where(b => b.Date.EndsAt < old).ExecuteDeleteAsync(cancel);
    }
}
