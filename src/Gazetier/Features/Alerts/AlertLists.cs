using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.MailingLists;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>Alerts as a list that their reader may leave and join again; what they follow stays followed.</summary>
public class AlertLists(GazetierDb db) : IMailingLists
{
    /// <summary>Where a reader finds the settings of alerts.</summary>
    public const string Settings = "/mon-compte/alertes";

    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel)
    {
        var isOn = !await db.AlertSettings.AnyAsync(s => s.AccountId == accountId && s.IsOff, cancel)
            && await db.Follows.AnyAsync(f => f.AccountId == accountId && (f.Rhythm == FollowRhythm.AtOnce || f.Kind == FollowKind.LegalText), cancel);
        return [new MailingList(Delivery.Alerts, t["Alertes"], t["Un message dès que paraît ce que vous suivez « tout de suite », et quand change un texte que vous suivez."], isOn, Settings)];
    }

    public async Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) => list == Delivery.Alerts ? await SetAsync(accountId, isOff: true, cancel) : null;

    public async Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel) => list == Delivery.Alerts ? await SetAsync(accountId, isOff: false, cancel) : null;

    public async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) => list != Delivery.Alerts
        ? null
        : await db.Follows.Where(f => accounts.Contains(f.AccountId) && (f.Rhythm == FollowRhythm.AtOnce || f.Kind == FollowKind.LegalText) && !db.AlertSettings.Any(s => s.AccountId == f.AccountId && s.IsOff))
            .Select(f => f.AccountId).ToHashSetAsync(cancel);

    private async Task<bool> SetAsync(Guid accountId, bool isOff, CancellationToken cancel)
    {
        if (await db.AlertSettings.Where(s => s.AccountId == accountId && s.IsOff != isOff).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOff, isOff), cancel) == 1)
        {
            return true;
        }

        if (await db.AlertSettings.AnyAsync(s => s.AccountId == accountId, cancel) || !isOff)
        {
            return false;
        }

        db.AlertSettings.Add(new AlertSettings { AccountId = accountId, IsOff = isOff });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
