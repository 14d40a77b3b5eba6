using Gazetier.Data;
using Gazetier.Features.Consents;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Places;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Keeps a reader's search, or gives it up. Two changes of one reader come one after the other: each locks the row of the account
/// first. The first that is kept is a yes to the mails, the last that goes is a no (L-52).
/// </summary>
public class KeepSearch(GazetierDb db, OpenPlaces places, Masthead masthead, TimeProvider clock)
{
    /// <returns>False: the reader keeps as many as one may.</returns>
    public async Task<bool> RunAsync(Guid account, AnnouncementFilter filter, CancellationToken cancel)
    {
        await places.RunAsync(filter.Place is { } place ? [place.Id] : [], cancel);
        var zone = await masthead.ZoneAsync(cancel);
        return await db.InTransactionAsync(
            async token =>
            {
                await LockAsync(account, token);
                var (now, kept) = (clock.GetUtcNow().UtcDateTime, await db.AnnouncementSearches.Where(s => s.AccountId == account).Select(s => s.Key).ToListAsync(token));
                if (kept.Contains(filter.Key))
                {
                    return true;
                }

                if (kept.Count >= AnnouncementSearch.Most)
                {
                    return false;
                }

                db.AnnouncementSearches.Add(AnnouncementSearch.Of(filter, account, now));
                await SwitchOnAsync(account, LocalMoment.DayOf(now, zone), token);
                if (kept.Count == 0)
                {
                    db.Consent(account, AnnouncementLists.List, isGiven: true, "Les annonces de mes recherches gardées, un message par matin", AnnouncementAddress.Mine, now);
                }

                return true;
            },
            cancel);
    }

    public Task GiveUpAsync(Guid account, Guid search, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            await LockAsync(account, token);
            if (await db.AnnouncementSearches.Where(s => s.Id == search && s.AccountId == account).ExecuteDeleteAsync(token) == 1
                && !await db.AnnouncementSearches.AnyAsync(s => s.AccountId == account, token))
            {
                db.Consent(account, AnnouncementLists.List, isGiven: false, "Plus de recherche gardée", AnnouncementAddress.Mine, clock.GetUtcNow().UtcDateTime);
            }
        },
        cancel);

    /// <summary>Whoever keeps a search wants its mails, whatever they left before; the first comes tomorrow.</summary>
    private async Task SwitchOnAsync(Guid account, DateOnly today, CancellationToken cancel)
    {
        var alert = await db.AnnouncementAlerts.FirstOrDefaultAsync(a => a.AccountId == account, cancel);
        if (alert is null)
        {
            db.AnnouncementAlerts.Add(new AnnouncementAlert { AccountId = account, DoneOn = today });
        }
        else if (alert.IsOff)
        {
            (alert.IsOff, alert.DoneOn) = (false, today);
        }
    }

    private Task<int> LockAsync(Guid account, CancellationToken cancel) =>
        db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, x => x.CreatedAt), cancel);
}
