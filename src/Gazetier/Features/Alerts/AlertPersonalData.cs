using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>How a reader wants alerts.</summary>
public class AlertPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Heures de silence et nombre d’alertes par jour",
            "Ne pas vous déranger",
            "Contrat : vous l’avez demandé",
            "La durée du compte",
            WithTheAccount.Erased, [typeof(AlertSettings)]),
    ];

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
