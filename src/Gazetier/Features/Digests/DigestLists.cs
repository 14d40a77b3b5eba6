using Gazetier.Data;
using Gazetier.Features.MailingLists;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>Ma Gazette as a list that its reader may leave and join again.</summary>
public class DigestLists(GazetierDb db, Masthead masthead, TimeProvider clock) : IMailingLists
{
    public async Task<IReadOnlyList<MailingList>> OfAsync(Guid accountId, Phrases t, CancellationToken cancel)
    {
        var isOn = await db.DigestRhythms.AnyAsync(r => r.AccountId == accountId && r.Frequency != Frequency.Never, cancel);
        return [new MailingList(Digest.List, t["Ma Gazette"], t["Ce qui est paru dans ce que vous suivez, à l’heure que vous avez choisie."], isOn, "/mon-compte/ma-gazette")];
    }

    public async Task<bool?> LeaveAsync(Guid accountId, string list, CancellationToken cancel) => list != Digest.List
        ? null
        : await db.DigestRhythms.Where(r => r.AccountId == accountId && r.Frequency != Frequency.Never).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.LeftFrom, x => x.Frequency).SetProperty(x => x.Frequency, Frequency.Never).SetProperty(x => x.NextDueAt, (DateTime?)null),
            cancel) == 1;

    public async Task<bool?> JoinAsync(Guid accountId, string list, CancellationToken cancel)
    {
        if (list != Digest.List)
        {
            return null;
        }

        var rhythm = await db.DigestRhythms.FirstOrDefaultAsync(r => r.AccountId == accountId, cancel);
        if (rhythm?.Frequency is not null and not Frequency.Never)
        {
            return false;
        }

        if (rhythm is null)
        {
            rhythm = new DigestRhythm { AccountId = accountId };
            db.DigestRhythms.Add(rhythm);
        }

        rhythm.Choose(rhythm.LeftFrom ?? Frequency.EachMorning, rhythm.Hour, rhythm.Day, rhythm.Days, clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    public async Task<IReadOnlySet<Guid>?> OnAmongAsync(IReadOnlyCollection<Guid> accounts, string list, CancellationToken cancel) => list != Digest.List
        ? null
        : (await db.DigestRhythms.Where(r => accounts.Contains(r.AccountId) && r.Frequency != Frequency.Never).Select(r => r.AccountId).ToListAsync(cancel)).ToHashSet();
}
