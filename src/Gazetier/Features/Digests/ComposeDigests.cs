using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Suppressions;
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
        if (await due.MinAsync(r => (DateTime?)r.ReadUntil, cancel) is not { } earliest)
        {
            return default;
        }

        var horizon = until - Digest.LooksBack;
        var round = new Round(
            at, until, horizon, await followed.PublishedAsync(earliest > horizon ? earliest : horizon, until, cancel), await masthead.ZoneAsync(cancel));
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
        var written = news.Where(pair => pair.Articles.Count > 0 && pair.Reader is { HasIt: false, Email.Length: > 0 }).ToList();
        await using var ledger = Bulk.Of<Delivery>(db);
        ledger.Add(written.Select(pair => new Delivery
        {
            IssueId = issue,
            AccountId = pair.Reader.AccountId,
            Email = pair.Reader.Email,
            Articles = Delivery.Join(pair.Articles),
            NotBefore = round.Until,
        }));
        await ledger.WriteAsync(cancel);
        await AdvanceAsync(news, slot, round, cancel);
        return new Composed(batch.Count, written.Count);
    }

    /// <summary>What counts is what is due: a reader who chose anew meanwhile is no longer, and is left alone.</summary>
    private async Task AdvanceAsync(IReadOnlyList<(DueReader Reader, IReadOnlyList<long> Articles)> news, DateTime slot, Round round, CancellationToken cancel)
    {
        foreach (var group in news.GroupBy(pair => (Next: pair.Reader.NextAfter(round.At, round.Zone), HasNews: pair.Articles.Count > 0)))
        {
            var ids = group.Select(pair => pair.Reader.AccountId).ToArray();
            var (next, until) = (group.Key.Next, round.Until);
            var rhythms = db.DigestRhythms.Where(r => ids.Contains(r.AccountId) && r.NextDueAt == slot);
            await (group.Key.HasNews
                ? rhythms.ExecuteUpdateAsync(r => r.SetProperty(x => x.NextDueAt, next).SetProperty(x => x.ReadUntil, until), cancel)
                : rhythms.ExecuteUpdateAsync(r => r.SetProperty(x => x.NextDueAt, next), cancel));
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
            composed += new Composed(batch.Count, (await PickAsync(batch, round, cancel)).Count(pair => pair.Articles.Count > 0));
        }
    }

    private Task<List<DueReader>> ReadersAsync(IQueryable<DigestRhythm> rhythms, Guid? issue, CancellationToken cancel) =>
        rhythms.AsNoTracking().OrderBy(r => r.AccountId).Take(Batch)
            .Select(r => new DueReader(
                r.AccountId,
                db.Suppressions.Standing().Any(s => s.Email == r.Account.Email) ? "" : r.Account.Email ?? "",
                r.ReadUntil,
                r.Frequency,
                r.Hour,
                r.Day,
                db.Deliveries.Any(d => d.IssueId == issue && d.AccountId == r.AccountId)))
            .ToListAsync(cancel);

    private async Task<List<(DueReader Reader, IReadOnlyList<long> Articles)>> PickAsync(List<DueReader> batch, Round round, CancellationToken cancel)
    {
        var ids = batch.ConvertAll(reader => reader.AccountId);
        var follows = (await db.Follows.AsNoTracking().Where(f => ids.Contains(f.AccountId)).ToListAsync(cancel))
            .ToLookup(f => f.AccountId, f => new Subject(f.Kind, f.SubjectId));
        return batch.ConvertAll(reader =>
        {
            var since = reader.ReadUntil > round.Horizon ? reader.ReadUntil : round.Horizon;
            return (reader, round.Publications.For(follows[reader.AccountId], since, FollowedArticles.AtMost));
        });
    }

    private sealed record Round(DateTime At, DateTime Until, DateTime Horizon, Publications Publications, TimeZoneInfo Zone);

    private sealed record DueReader(Guid AccountId, string Email, DateTime ReadUntil, Frequency Frequency, int Hour, DayOfWeek Day, bool HasIt)
    {
        public DateTime? NextAfter(DateTime now, TimeZoneInfo zone) =>
            new DigestRhythm { Frequency = Frequency, Hour = Hour, Day = Day }.NextAfter(now, zone);
    }
}

/// <summary>What was composed.</summary>
/// <param name="Due">Readers whose hour had come.</param>
/// <param name="Written">Those among them who had something new.</param>
public readonly record struct Composed(int Due = 0, int Written = 0)
{
    public static Composed operator +(Composed one, Composed other) => new(one.Due + other.Due, one.Written + other.Written);
}
