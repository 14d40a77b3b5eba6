using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Suppressions;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts;

/// <summary>Writes the alerts of one article to the ledger: one a reader, for when their settings allow it (E-11).</summary>
public class WriteAlerts(GazetierDb db, Followers followers, Issues issues, Masthead masthead, TimeProvider clock)
{
    private const int Batch = 500;

    /// <returns>How many were written.</returns>
    public async Task<int> RunAsync(long article, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Articles.Published(now).Where(a => a.Id == article).ToCards(now).FirstOrDefaultAsync(cancel) is not { } card
            || await followers.OfAsync(article, cancel) is not { Count: > 0 } found)
        {
            return 0;
        }

        var issue = await issues.OpenAsync(Alert.KeyOf(article), Delivery.Alerts, card.Headline, now, cancel);
        var round = new Round(card, issue, now, await TodayAsync(now, cancel), await masthead.ZoneAsync(cancel));
        var written = 0;
        foreach (var batch in found.Chunk(Batch))
        {
            written += await db.InTransactionAsync(token => WriteAsync(batch, round, token), cancel);
            db.ChangeTracker.Clear();
        }

        return written;
    }

    private async Task<int> WriteAsync(KeyValuePair<Guid, bool>[] batch, Round round, CancellationToken cancel)
    {
        await issues.HoldAsync(round.Issue, cancel);
        var ids = batch.Select(reader => reader.Key).ToArray();
        var readers = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && a.EmailConfirmed)
            .Where(a => !db.Suppressions.Standing().Any(s => s.Email == a.Email) && !db.Deliveries.Any(d => d.IssueId == round.Issue && d.AccountId == a.Id))
            .Select(a => new { a.Id, Email = a.Email!, IsStaff = a.Role != null }).ToListAsync(cancel);
        var settings = await db.AlertSettings.AsNoTracking().Where(s => ids.Contains(s.AccountId)).ToDictionaryAsync(s => s.AccountId, cancel);
        var others = (await db.Deliveries.AsNoTracking()
            .Where(d => round.Others.Contains(d.IssueId) && d.AccountId != null && ids.Contains(d.AccountId.Value) && d.State != DeliveryState.Dropped)
            .Select(d => new { Reader = d.AccountId!.Value, d.NotBefore }).ToListAsync(cancel)).ToLookup(d => d.Reader, d => d.NotBefore);
        var asks = batch.Where(reader => !reader.Value).Select(reader => reader.Key).ToHashSet();
        var rights = await db.RightsOfAsync(readers.Where(r => asks.Contains(r.Id)).ToDictionary(r => r.Id, r => r.IsStaff), cancel);
        await using var ledger = Bulk.Of<Delivery>(db);
        var written = 0;
        foreach (var reader in readers.Where(r => !asks.Contains(r.Id) || Decision.Of(round.Card.Asks, rights[r.Id], round.Now).MayReadAll))
        {
            if ((settings.GetValueOrDefault(reader.Id) ?? new AlertSettings()).When(round.Now, [.. others[reader.Id]], round.Zone) is { } at)
            {
                ledger.Add([new Delivery { IssueId = round.Issue, AccountId = reader.Id, Email = reader.Email, Articles = Delivery.Join([round.Card.Id]), NotBefore = at }]);
                written++;
            }
        }

        await ledger.WriteAsync(cancel);
        return written;
    }

    /// <summary>Issues of the alerts of this day and of the one before, whose quiet hours may have put some off until today.</summary>
    private async Task<List<Guid>> TodayAsync(DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var since = LocalMoment.StartOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone)).AddDays(-1), zone);
        return await db.Issues.Where(i => i.List == Delivery.Alerts && i.CreatedAt >= since).Select(i => i.Id).ToListAsync(cancel);
    }

    private sealed record Round(ArticleCard Card, Guid Issue, DateTime Now, IReadOnlyList<Guid> Others, TimeZoneInfo Zone);
}
