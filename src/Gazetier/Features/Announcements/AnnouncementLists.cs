using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>The mails about kept searches as a list that its reader may leave and join again; the searches stay.</summary>
public class AnnouncementLists(GazetierDb db, Masthead masthead, TimeProvider clock) : IMailingLists
{
    /// <summary>In the ledger and in the links of mails.</summary>
    public const string List = "announcements";

    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel) => await db.AnnouncementSearches.AnyAsync(s => s.AccountId == accountId, cancel)
        ? [new MailingList(List, t["Annonces"], t["Chaque matin, les marchés publics et les offres d’emploi qui répondent à vos recherches gardées."], await On.AnyAsync(id => id == accountId, cancel), AnnouncementAddress.Mine)]
        : [];

    public async Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) => list != List
        ? null
        : await db.AnnouncementAlerts.Where(a => a.AccountId == accountId && !a.IsOff).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsOff, true), cancel) == 1;

    /// <summary>What appeared while they were away is not made up for.</summary>
    public async Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel)
    {
        if (list != List || !await db.AnnouncementSearches.AnyAsync(s => s.AccountId == accountId, cancel))
        {
            return null;
        }

        var today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        return await db.AnnouncementAlerts.Where(a => a.AccountId == accountId && a.IsOff)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.IsOff, false).SetProperty(x => x.DoneOn, today), cancel) == 1;
    }

    public async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) =>
        list != List ? null : await On.Where(id => accounts.Contains(id)).ToHashSetAsync(cancel);

    private IQueryable<Guid> On => db.AnnouncementAlerts.Where(a => !a.IsOff && db.AnnouncementSearches.Any(s => s.AccountId == a.AccountId)).Select(a => a.AccountId);
}
