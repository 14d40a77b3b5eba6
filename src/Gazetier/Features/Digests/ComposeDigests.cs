using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Suppressions;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>
/// Composes the editions that are due: for each reader the articles that are new in what they follow, written as a
/// delivery (G-08). The cost is that of the readers who are due: one query a batch and kind, picking in memory.
/// </summary>
public class ComposeDigests(GazetierDb db, Issues issues, FollowedArticles followed, Masthead masthead, TimeProvider clock)
{
    private const int Batch = 500;

    /// <param name="at">UTC; editions due until then. A time to come composes early, but never from articles not yet out.</param>
    /// <param name="isDryRun">Counts, and writes nothing.</param>
    public async Task<Composed> RunAsync(DateTime at, bool isDryRun, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = at < now ? at : now;
        var due = db.DigestRhythms.AsNoTracking().Where(r => r.NextDueAt <= at);
        if (await due.MinAsync(r => (DateTime?)(r.WeeklyReadUntil < r.ReadUntil ? r.WeeklyReadUntil : r.ReadUntil), cancel) is not { } earliest)
        {
            return default;
        }

        var horizon = until - Digest.LooksBack;
        var zone = await masthead.ZoneAsync(cancel);
        var from = earliest > horizon ? earliest : horizon;
        var today = LocalMoment.StartOf(LocalMoment.DayOf(until, zone), zone);
        var alerts = await db.Issues.Where(i => i.List == Delivery.Alerts && i.CreatedAt >= from).Select(i => i.Id).ToListAsync(cancel);
        var newsletters = await db.Issues.Where(i => i.List != Delivery.Alerts && i.List != Digest.List && i.CreatedAt >= today).Select(i => i.Id).ToListAsync(cancel);
        var round = new Round(at, until, horizon, await followed.PublishedAsync(from, until, cancel), alerts, newsletters, zone);
        return isDryRun ? await CountAsync(due, round, cancel) : await ComposeAsync(due, round, cancel);
    }

    private async Task<Composed> ComposeAsync(IQueryable<DigestRhythm> due, Round round, CancellationToken cancel)
    {
        var composed = default(Composed);
        while (await due.MinAsync(r => r.NextDueAt, cancel) is { } slot)
        {
            var issue = await issues.OpenAsync(Digest.KeyOf(slot), Digest.List, "Ma Gazette", round.Until, cancel);
            for (var part = new Composed(Due: 1); part.Due > 0; composed += part)
            {
                part = await db.InTransactionAsync(token => ComposeBatchAsync(issue, slot, round, token), cancel);
                db.ChangeTracker.Clear();
            }
        }

        return composed;
    }

    private async Task<Composed> ComposeBatchAsync(Guid issue, DateTime slot, Round round, CancellationToken cancel)
    {
        // One composer of an issue at a time: the second waits here, and finds the next readers.
        await issues.HoldAsync(issue, cancel);
        var batch = await ReadersAsync(db.DigestRhythms.Where(r => r.NextDueAt == slot), issue, cancel);
        var news = await PickAsync(batch, round, cancel);
        var written = news.Where(one => one.Articles.Count > 0 && one.Reader is { HasIt: false, Email.Length: > 0 }).ToList();
        await using var ledger = Bulk.Of<Delivery>(db);
        ledger.Add(written.Select(one => new Delivery
        {
            IssueId = issue,
            AccountId = one.Reader.AccountId,
            Email = one.Reader.Email,
            Articles = Delivery.Join(one.Articles),
            NotBefore = round.Until,
        }));
        await ledger.WriteAsync(cancel);
        await AdvanceAsync(news, slot, round, cancel);
        return new Composed(batch.Count, written.Count);
    }

    /// <summary>What counts is what is due: a reader who chose anew meanwhile is no longer, and is left alone.</summary>
    private async Task AdvanceAsync(List<News> news, DateTime slot, Round round, CancellationToken cancel)
    {
        foreach (var group in news.GroupBy(one => (Next: one.Reader.Rhythm.NextAfter(round.At, round.Zone), HasNews: one.Articles.Count > 0, one.HasWeekly)))
        {
            var ids = group.Select(one => one.Reader.AccountId).ToArray();
            var (next, until) = (group.Key.Next, round.Until);
            var (read, weekly) = (group.Key.HasNews, group.Key.HasNews && group.Key.HasWeekly);
            await db.DigestRhythms.Where(r => ids.Contains(r.AccountId) && r.NextDueAt == slot).ExecuteUpdateAsync(
                r => r.SetProperty(x => x.NextDueAt, next)
                    .SetProperty(x => x.ReadUntil, x => read ? until : x.ReadUntil)
                    .SetProperty(x => x.WeeklyReadUntil, x => weekly ? until : x.WeeklyReadUntil),
                cancel);
        }
    }

    private async Task<Composed> CountAsync(IQueryable<DigestRhythm> due, Round round, CancellationToken cancel)
    {
        var composed = default(Composed);
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var batch = await ReadersAsync(due.Where(r => r.AccountId.CompareTo(after) > 0), issue: null, cancel);
            if (batch.Count == 0)
            {
                return composed;
            }

            last = batch[^1].AccountId;
            composed += new Composed(batch.Count, (await PickAsync(batch, round, cancel)).Count(one => one.Articles.Count > 0));
        }
    }

    private Task<List<DueReader>> ReadersAsync(IQueryable<DigestRhythm> rhythms, Guid? issue, CancellationToken cancel) =>
        rhythms.AsNoTracking().OrderBy(r => r.AccountId).Take(Batch)
            .Select(r => new DueReader(
                r.AccountId,
                db.Suppressions.Standing().Any(s => s.Email == r.Account.Email) ? "" : r.Account.Email ?? "",
                r.ReadUntil,
                r.WeeklyReadUntil,
                r.Frequency,
                r.Hour,
                r.Day,
                r.Days,
                r.Account.Role != null,
                db.Deliveries.Any(d => d.IssueId == issue && d.AccountId == r.AccountId)))
            .ToListAsync(cancel);

    private async Task<List<News>> PickAsync(List<DueReader> batch, Round round, CancellationToken cancel)
    {
        var ids = batch.ConvertAll(reader => reader.AccountId);
        var follows = (await db.Follows.AsNoTracking().Where(f => ids.Contains(f.AccountId)).Select(f => new { f.AccountId, f.Kind, f.SubjectId, f.Rhythm }).ToListAsync(cancel))
            .ToLookup(f => f.AccountId, f => (Subject: new Subject(f.Kind, f.SubjectId), f.Rhythm));
        // Only who follows a phrase is asked what they may read: nothing else depends on it.
        var asking = batch.Where(reader => follows[reader.AccountId].Any(f => f.Subject.Kind == FollowKind.Keyword)).ToDictionary(r => r.AccountId, r => r.IsStaff);
        var rights = asking.Count == 0 ? null : await db.RightsOfAsync(asking, cancel);
        // Alerts went only to who follows something at once.
        var alerted = ids.FindAll(id => follows[id].Any(f => f.Rhythm == FollowRhythm.AtOnce));
        var had = (await HadAsync(alerted, round.Alerts, cancel)).Concat(await HadAsync(ids, round.Newsletters, cancel)).ToLookup(of => of.Reader, of => of.Articles);
        return batch.ConvertAll(reader =>
        {
            var since = new Dictionary<FollowRhythm, DateTime?>();
            var wanted = new List<Wanted>();
            foreach (var (subject, rhythm) in follows[reader.AccountId])
            {
                if (!since.TryGetValue(rhythm, out var from))
                {
                    since[rhythm] = from = reader.Rhythm.Since(rhythm, round.At, round.Zone);
                }

                if (from is { } after)
                {
                    wanted.Add(new Wanted(subject, after > round.Horizon ? after : round.Horizon));
                }
            }

            return new News(
                reader,
                round.Publications.For(wanted, FollowedArticles.AtMost, rights?.GetValueOrDefault(reader.AccountId) ?? Rights.None, had[reader.AccountId].SelectMany(Delivery.IdsIn).ToHashSet()),
                HasWeekly: since.GetValueOrDefault(FollowRhythm.Weekly) is not null);
        });
    }

    /// <summary>
    /// What readers have had by another way: articles of the alerts since their last edition, and of the newsletters of the day (G-08).
    /// What could not be sent, they have not had.
    /// </summary>
    private async Task<List<(Guid Reader, string Articles)>> HadAsync(List<Guid> readers, IReadOnlyList<Guid> issues, CancellationToken cancel)
    {
        if (readers.Count == 0 || issues.Count == 0)
        {
            return [];
        }

        var had = await db.Deliveries.AsNoTracking()
            .Where(d => issues.Contains(d.IssueId) && d.AccountId != null && readers.Contains(d.AccountId.Value) && d.State != DeliveryState.Failed && d.State != DeliveryState.Dropped)
            .Select(d => new { Reader = d.AccountId!.Value, d.Articles }).ToListAsync(cancel);
        return had.ConvertAll(d => (d.Reader, d.Articles));
    }

    private sealed record Round(DateTime At, DateTime Until, DateTime Horizon, Publications Publications, IReadOnlyList<Guid> Alerts, IReadOnlyList<Guid> Newsletters, TimeZoneInfo Zone);

    private sealed record DueReader(
        Guid AccountId, string Email, DateTime ReadUntil, DateTime WeeklyReadUntil, Frequency Frequency, int Hour, DayOfWeek Day, Days Days, bool IsStaff, bool HasIt)
    {
        public DigestRhythm Rhythm { get; } = new()
        {
            Frequency = Frequency,
            Hour = Hour,
            Day = Day,
            Days = Days,
            ReadUntil = ReadUntil,
            WeeklyReadUntil = WeeklyReadUntil,
        };
    }

    /// <summary>What one edition would hold.</summary>
    /// <param name="HasWeekly">It is the one of the week that brings what is followed weekly.</param>
    private sealed record News(DueReader Reader, IReadOnlyList<long> Articles, bool HasWeekly);
}

/// <summary>What was composed.</summary>
/// <param name="Due">Readers whose hour had come.</param>
/// <param name="Written">Those among them who had something new.</param>
public readonly record struct Composed(int Due = 0, int Written = 0)
{
    public static Composed operator +(Composed one, Composed other) => new(one.Due + other.Due, one.Written + other.Written);
}
