using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>
/// Writes to the ledger that a legal text was amended, repealed or annulled: one mail to each of its followers, however they follow
/// it, once, outside their quiet hours. It does not count among the alerts of a day: a law that falls is rare, and late is too late.
/// </summary>
public class TellTextChanges(GazetierDb db, Issues issues, Masthead masthead, TimeProvider clock)
{
    private const int Batch = 500;

    /// <returns>Mails written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - TextState.Grace;
        var due = await db.TextStates.AsNoTracking().Where(s => s.IsTold && s.ToldAt == null && s.RecordedAt <= before).OrderBy(s => s.RecordedAt).Take(50)
            .Join(db.LegalTexts, s => s.LegalTextId, t => t.Id, (s, t) => new Due(s.Id, t.Id, t.Reference, t.AppearedAt)).ToListAsync(cancel);
        var written = 0;
        foreach (var change in due)
        {
            written += change.AppearedAt <= now ? await TellAsync(change, now, cancel) : 0;
            await db.TextStates.Where(s => s.Id == change.State).ExecuteUpdateAsync(s => s.SetProperty(x => x.ToldAt, now), cancel);
        }

        return written;
    }

    private async Task<int> TellAsync(Due change, DateTime now, CancellationToken cancel)
    {
        var followers = await db.Follows.AsNoTracking().Where(f => f.SubjectId == change.Text && f.Kind == FollowKind.LegalText).Select(f => f.AccountId).ToListAsync(cancel);
        if (followers.Count == 0)
        {
            return 0;
        }

        var (issue, zone) = (await issues.OpenAsync(Alert.KeyOf(change.State), Delivery.Alerts, change.Reference, now, cancel), await masthead.ZoneAsync(cancel));
        var written = 0;
        foreach (var batch in followers.Chunk(Batch))
        {
            written += await db.InTransactionAsync(token => WriteAsync(batch, issue, now, zone, token), cancel);
            db.ChangeTracker.Clear();
        }

        return written;
    }

    /// <summary>Whoever has it already is passed over: two nodes may be at it, or one may have died.</summary>
    private async Task<int> WriteAsync(Guid[] batch, Guid issue, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        await issues.HoldAsync(issue, cancel);
        var readers = await db.Accounts.AsNoTracking().Where(a => batch.Contains(a.Id) && a.EmailConfirmed)
            .Where(a => !db.Suppressions.Standing().Any(s => s.Email == a.Email) && !db.Deliveries.Any(d => d.IssueId == issue && d.AccountId == a.Id))
            .Select(a => new { a.Id, Email = a.Email! }).ToListAsync(cancel);
        var settings = await db.AlertSettings.AsNoTracking().Where(s => batch.Contains(s.AccountId)).ToDictionaryAsync(s => s.AccountId, cancel);
        await using var ledger = Bulk.Of<Delivery>(db);
        var written = 0;
        foreach (var reader in readers)
        {
            if ((settings.GetValueOrDefault(reader.Id) ?? new AlertSettings()).When(now, [], zone) is { } at)
            {
                ledger.Add([new Delivery { IssueId = issue, AccountId = reader.Id, Email = reader.Email, Articles = "", NotBefore = at }]);
                written++;
            }
        }

        await ledger.WriteAsync(cancel);
        return written;
    }

    private sealed record Due(Guid State, Guid Text, string Reference, DateTime? AppearedAt);
}
