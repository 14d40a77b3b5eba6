using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>How a reader wants alerts.</summary>
public class AlertPersonalData(GazetierDb db) : IHoldPersonalData
{
    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var settings = await db.AlertSettings.AsNoTracking().Where(s => s.AccountId == person.AccountId).ToListAsync(cancel);
        return
        [
            new("alertes", ["arretees", "silence_de", "silence_a", "par_jour"],
                [.. settings.Select(s => new object?[] { s.IsOff, s.QuietFrom, s.QuietUntil, s.PerDay })]),
        ];
    }

    public Task EraseAsync(Person person, CancellationToken cancel) =>
        db.AlertSettings.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
}
