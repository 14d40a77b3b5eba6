using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Opens the issues that are due and writes their deliveries. Each step is a transaction that says how far it came, so that
/// whoever dies in between, and however many do it at once, no reader is left out and none is written twice (E-06).
/// </summary>
public class ComposeNewsletters(GazetierDb db, Issues issues, Masthead masthead, TimeProvider clock)
{
    /// <summary>Deliveries that one transaction writes.</summary>
    public int Batch { get; init; } = 500;

    /// <param name="at">UTC; what is due until then. A time to come composes early, but never from articles not yet out.</param>
    /// <param name="only">The slug of one newsletter; null: all.</param>
    /// <returns>Issues that were begun, and deliveries that were written.</returns>
    public async Task<Written> RunAsync(DateTime at, string? only, CancellationToken cancel)
    {
        var begun = await BeginByRuleAsync(at, only, cancel);
        foreach (var issue in await db.NewsletterIssues.Due(at).Where(i => only == null || i.Newsletter.Slug == only).OrderBy(i => i.ScheduledAt).Select(i => i.Id).ToListAsync(cancel))
        {
            begun += await BeginAsync(issue, at, cancel) ? 1 : 0;
        }

        var written = 0;
        foreach (var issue in await db.NewsletterIssues.AsNoTracking().Unwritten().Include(i => i.Newsletter)
            .Where(i => only == null || i.Newsletter.Slug == only).OrderBy(i => i.PostedAt).ToListAsync(cancel))
        {
            written += await WriteAsync(issue, cancel);
        }

        return new Written(begun, written);
    }

    /// <summary>How many issues are due, and how many readers would get them; nothing is written.</summary>
    public async Task<Written> CountAsync(DateTime at, string? only, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.NewsletterIssues.AsNoTracking().Due(at).Where(i => only == null || i.Newsletter.Slug == only).Select(i => i.Newsletter).ToListAsync(cancel);
        foreach (var newsletter in await DueByRule(at, only).AsNoTracking().ToListAsync(cancel))
        {
            if ((await db.ArticlesByRuleAsync(newsletter, Earlier(at, now), cancel)).Count > 0)
            {
                due.Add(newsletter);
            }
        }

        var readers = 0;
        foreach (var newsletter in due)
        {
            readers += await db.CountAudienceAsync(newsletter, now, cancel);
        }

        return new Written(due.Count, readers);
    }

    private IQueryable<Newsletter> DueByRule(DateTime at, string? only) =>
        db.Newsletters.Where(n => n.Making == NewsletterMaking.ByRule && n.NextDueAt <= at && (only == null || n.Slug == only));

    private async Task<int> BeginByRuleAsync(DateTime at, string? only, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var begun = 0;
        foreach (var newsletter in await DueByRule(at, only).AsNoTracking().OrderBy(n => n.NextDueAt).ToListAsync(cancel))
        {
            begun += await db.InTransactionAsync(token => BeginByRuleAsync(newsletter, at, zone, token), cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return begun;
    }

    /// <summary>After days of silence one issue leaves, with what they brought; an empty one does not, and the next looks back as far.</summary>
    private async Task<bool> BeginByRuleAsync(Newsletter newsletter, DateTime at, TimeZoneInfo zone, CancellationToken cancel)
    {
        var until = Earlier(at, clock.GetUtcNow().UtcDateTime);
        // The newsletter as it is now, and of two who see it due, the first: the second waits here, and finds that it is not.
        var (slot, next) = (newsletter.NextDueAt, newsletter.NextAfter(at, zone));
        if (await db.Newsletters.Where(n => n.Id == newsletter.Id && n.NextDueAt == slot).ExecuteUpdateAsync(n => n.SetProperty(x => x.NextDueAt, next), cancel) == 0)
        {
            return false;
        }

        var articles = await db.ArticlesByRuleAsync(newsletter, until, cancel);
        if (articles.Count == 0)
        {
            return false;
        }

        var headline = await db.Articles.Where(a => a.Id == articles[0]).Select(a => a.Headline).FirstAsync(cancel);
        db.NewsletterIssues.Add(ByRule(newsletter, articles, headline, slot!.Value));
        await db.Newsletters.Where(n => n.Id == newsletter.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadUntil, until), cancel);
        return true;
    }

    /// <summary>What the rule makes of some articles.</summary>
    /// <param name="headline">Of the first.</param>
    /// <param name="at">UTC; when it is to leave.</param>
    public static NewsletterIssue ByRule(Newsletter newsletter, IReadOnlyList<long> articles, string headline, DateTime at) => new()
    {
        NewsletterId = newsletter.Id,
        Subject = MailBlocks.Shorten(MailBlocks.OneLine(French.TypesetText($"{newsletter.Name} : {headline}"))),
        State = NewsletterIssueState.Scheduled,
        ScheduledAt = at,
        SavedAt = at,
        Blocks = [new NewsletterBlock { Kind = NewsletterBlockKind.Articles, Articles = Delivery.Join(articles), Position = 1 }],
    };

    /// <summary>Gives a scheduled issue its number: from now on it can be read, and cannot be changed.</summary>
    private Task<bool> BeginAsync(Guid issue, DateTime at, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.NewsletterIssues.Due(at).Where(i => i.Id == issue).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.State, NewsletterIssueState.Posted).SetProperty(x => x.PostedAt, now), token) == 0)
            {
                return false;
            }

            // Of two issues of one newsletter that begin at once, the second waits for its number.
            var newsletter = await db.NewsletterIssues.Where(i => i.Id == issue).Select(i => i.NewsletterId).FirstAsync(token);
            await db.Newsletters.Where(n => n.Id == newsletter).ExecuteUpdateAsync(n => n.SetProperty(x => x.LastNumber, x => x.LastNumber + 1), token);
            var number = await db.Newsletters.Where(n => n.Id == newsletter).Select(n => n.LastNumber).FirstAsync(token);
            await db.NewsletterIssues.Where(i => i.Id == issue).ExecuteUpdateAsync(i => i.SetProperty(x => x.Number, number), token);
            db.Append(now, "newsletter.posted", NewsletterQueries.Tag(newsletter), NewsletterQueries.AllTag);
            return true;
        },
        cancel);

    private async Task<int> WriteAsync(NewsletterIssue issue, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var posting = await issues.OpenAsync(issue.KeyIn(issue.Newsletter), issue.Newsletter.Slug, issue.Subject, now, cancel);
        await db.NewsletterIssues.Where(i => i.Id == issue.Id && i.PostingId == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.PostingId, posting), cancel);
        var audience = await db.AudienceOfAsync(issue.Newsletter, now, cancel);
        var articles = Delivery.Join(await ArticlesOfAsync(issue.Id, cancel));
        var written = 0;
        while (await db.InTransactionAsync(token => WriteBatchAsync(issue.Id, posting, audience, articles, token), cancel) is { } batch)
        {
            written += batch;
            db.ChangeTracker.Clear();
        }

        return written;
    }

    /// <returns>How many were written; null: the last was, or somebody stopped it.</returns>
    private async Task<int?> WriteBatchAsync(Guid issue, Guid posting, IQueryable<NewsletterSignup> audience, string articles, CancellationToken cancel)
    {
        // One composer of an issue at a time: the second waits here, and goes on where the first ended.
        await issues.HoldAsync(posting, cancel);
        var row = db.NewsletterIssues.Where(i => i.Id == issue);
        var at = await row.Select(i => new { i.WrittenUntil, i.WrittenAt, IsStopped = i.Posting!.State == IssueState.Stopped }).FirstAsync(cancel);
        if (at.WrittenAt is not null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var after = at.WrittenUntil ?? Guid.Empty;
        var readers = at.IsStopped ? [] : await audience.Where(s => s.AccountId.CompareTo(after) > 0).OrderBy(s => s.AccountId).Take(Batch)
            .Select(s => new { s.AccountId, s.Account.Email }).ToListAsync(cancel);
        if (readers.Count == 0)
        {
            await row.ExecuteUpdateAsync(i => i.SetProperty(x => x.WrittenAt, now), cancel);
            return null;
        }

        await using var ledger = Bulk.Of<Delivery>(db);
        ledger.Add(readers.Select(r => new Delivery { IssueId = posting, AccountId = r.AccountId, Email = r.Email!, Articles = articles, NotBefore = now }));
        await ledger.WriteAsync(cancel);
        var last = readers[^1].AccountId;
        await row.ExecuteUpdateAsync(i => i.SetProperty(x => x.WrittenUntil, last), cancel);
        return readers.Count;
    }

    private async Task<IReadOnlyList<long>> ArticlesOfAsync(Guid issue, CancellationToken cancel) =>
        [.. (await db.NewsletterBlocks.Where(b => b.IssueId == issue && b.Articles != "").OrderBy(b => b.Position).Select(b => b.Articles).ToListAsync(cancel))
            .SelectMany(Delivery.IdsIn).Distinct()];

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <summary>What was composed.</summary>
/// <param name="Issues">Issues that were begun.</param>
/// <param name="Deliveries">Written.</param>
public readonly record struct Written(int Issues = 0, int Deliveries = 0);
