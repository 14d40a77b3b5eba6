using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Suppressions;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Announcements;

/// <summary>
/// Writes to the ledger, once a day for each reader with kept searches, what is new for them: at the hour of their edition, or at
/// seven. Nothing new, no mail. What was told stands in a row of its own: neither a crash nor a second node tells it again.
/// </summary>
public class TellAnnouncements(GazetierDb db, Issues issues, Masthead masthead, TimeProvider clock)
{
    /// <summary>On the newspaper's clock, for who chose no hour for their edition.</summary>
    public const int Hour = 7;

    private const int Batch = 200;
    private const int MostOfASearch = 200;

    /// <summary>What appeared longer ago is no news.</summary>
    internal static readonly TimeSpan LooksBack = TimeSpan.FromDays(30);

    private readonly Dictionary<string, IReadOnlyList<Fresh>> _found = [];

    /// <returns>Mails written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var zone = await masthead.ZoneAsync(cancel);
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var (today, hour) = (DateOnly.FromDateTime(local), local.Hour);
        _found.Clear();
        var written = 0;
        while (await db.AnnouncementAlerts.AsNoTracking()
            .Where(a => !a.IsOff && a.DoneOn < today && (db.DigestRhythms.Where(r => r.AccountId == a.AccountId).Select(r => (int?)r.Hour).FirstOrDefault() ?? Hour) <= hour)
            .OrderBy(a => a.AccountId).Take(Batch).Select(a => a.AccountId).ToArrayAsync(cancel) is { Length: > 0 } batch)
        {
            written += await TellAsync(batch, today, now, zone, cancel);
        }

        return written;
    }

    private async Task<int> TellAsync(Guid[] batch, DateOnly today, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var issue = await issues.OpenAsync(KeyOf(today), AnnouncementLists.List, $"Annonces du {Phrases.OfPaper.Day(today)}", now, cancel);
        var news = await FindAsync(batch, now, zone, cancel);
        return await db.InTransactionAsync(
            async token =>
            {
                // Whoever else is at it waits here, and finds these readers seen to.
                await issues.HoldAsync(issue, token);
                var mine = await db.AnnouncementAlerts.Where(a => batch.Contains(a.AccountId) && a.DoneOn < today).Select(a => a.AccountId).ToListAsync(token);
                await db.AnnouncementAlerts.Where(a => mine.Contains(a.AccountId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.DoneOn, today), token);
                return await WriteAsync(issue, mine.FindAll(news.ContainsKey), news, now, token);
            },
            cancel);
    }

    private async Task<int> WriteAsync(Guid issue, List<Guid> accounts, Dictionary<Guid, List<long>> news, DateTime now, CancellationToken cancel)
    {
        var readers = accounts.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id) && a.EmailConfirmed && a.Email != null)
            .Where(a => !db.Suppressions.Standing().Any(s => s.Email == a.Email) && !db.Deliveries.Any(d => d.IssueId == issue && d.AccountId == a.Id))
            .Select(a => new { a.Id, Email = a.Email! }).ToListAsync(cancel);
        foreach (var reader in readers)
        {
            db.Deliveries.Add(new Delivery { IssueId = issue, AccountId = reader.Id, Email = reader.Email, Articles = "", NotBefore = now });
            db.AnnouncementsTold.AddRange(news[reader.Id].Select(id => new AnnouncementTold { AccountId = reader.Id, AnnouncementId = id, IssueId = issue, At = now }));
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return readers.Count;
    }

    /// <summary>By reader, what answers one of their searches, appeared after it was kept and since the last day seen to, and was not told.</summary>
    private async Task<Dictionary<Guid, List<long>>> FindAsync(Guid[] batch, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var done = await db.AnnouncementAlerts.AsNoTracking().Where(a => batch.Contains(a.AccountId)).ToDictionaryAsync(a => a.AccountId, a => LocalMoment.StartOf(a.DoneOn, zone), cancel);
        var searches = await db.AnnouncementSearches.AsNoTracking().Where(s => batch.Contains(s.AccountId)).ToListAsync(cancel);
        var told = (await db.AnnouncementsTold.AsNoTracking().Where(t => batch.Contains(t.AccountId)).Select(t => new { t.AccountId, t.AnnouncementId }).ToListAsync(cancel))
            .Select(t => (t.AccountId, t.AnnouncementId)).ToHashSet();
        var news = new Dictionary<Guid, List<long>>();
        foreach (var reader in searches.GroupBy(s => s.AccountId))
        {
            var found = new SortedSet<long>();
            foreach (var search in reader)
            {
                found.UnionWith((await FreshAsync(search.Filter, now, cancel)).Where(one => one.PublishedAt > search.KeptAt && one.PublishedAt >= done[reader.Key] && !told.Contains((reader.Key, one.Id))).Select(one => one.Id));
            }

            if (found.Count > 0)
            {
                news[reader.Key] = [.. found];
            }
        }

        return news;
    }

    /// <summary>Many readers keep the same search: it is asked once a round.</summary>
    private async Task<IReadOnlyList<Fresh>> FreshAsync(AnnouncementFilter filter, DateTime now, CancellationToken cancel)
    {
        if (!_found.TryGetValue(filter.Key, out var fresh))
        {
            var since = now - LooksBack;
            _found[filter.Key] = fresh = await db.Announcements.AsNoTracking().Open(now).Where(a => a.PublishedAt > since).Matching(db, filter)
                .NewestFirst().Take(MostOfASearch).Select(a => new Fresh(a.Id, a.PublishedAt!.Value)).ToListAsync(cancel);
        }

        return fresh;
    }

    private static string KeyOf(DateOnly day) => AnnouncementLists.List + "/" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Fresh(long Id, DateTime PublishedAt);
}
