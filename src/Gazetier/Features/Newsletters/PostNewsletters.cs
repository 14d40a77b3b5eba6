using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newsletters.Mails;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Composes what is due of newsletters, and posts what waits of them; what the schedule and <c>gazetier issue newsletter</c> do.
/// Also what was begun before: what was put off, resumed, or left by a node that died.
/// </summary>
public class PostNewsletters(GazetierDb db, ComposeNewsletters compose, PostDeliveries post, NewsletterMails mails, TimeProvider clock)
{
    /// <param name="at">UTC; what is due until then, now when null.</param>
    /// <param name="only">The slug of one newsletter; null: all.</param>
    /// <param name="isDryRun">Counts what would be composed; writes and posts nothing.</param>
    /// <param name="progress">Told after each batch.</param>
    public async Task<NewsletterReport> RunAsync(
        DateTime? at = null,
        string? only = null,
        bool isDryRun = false,
        IProgress<Posted>? progress = null,
        CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        var due = at ?? clock.GetUtcNow().UtcDateTime;
        var written = isDryRun ? await compose.CountAsync(due, only, cancel) : await compose.RunAsync(due, only, cancel);
        var composing = clock.GetElapsedTime(began);
        var posted = default(Posted);
        foreach (var list in isDryRun ? [] : await ListsAsync(only, cancel))
        {
            posted += await post.RunAsync(list, (batch, token) => mails.ComposeAsync(list, batch, token), progress, cancel);
        }

        return new NewsletterReport(written, posted, composing, clock.GetElapsedTime(began) - composing);
    }

    /// <summary>Newsletters of which something may leave, or is to be settled.</summary>
    private async Task<List<string>> ListsAsync(string? only, CancellationToken cancel)
    {
        var lately = clock.GetUtcNow().UtcDateTime - Ledger.GivesUpAfter;
        return await db.Issues.Where(i => i.State == IssueState.Running || (i.State == IssueState.Stopped && i.EndedAt > lately))
            .Where(i => (only == null || i.List == only) && db.Newsletters.Any(n => n.Slug == i.List))
            .Select(i => i.List).Distinct().OrderBy(list => list).ToListAsync(cancel);
    }
}

/// <summary>How many, and how fast.</summary>
public sealed record NewsletterReport(Written Written, Posted Posted, TimeSpan Composing, TimeSpan Posting)
{
    /// <summary>Mails handed over a second; 0 when there were none.</summary>
    public double PerSecond => Posting > TimeSpan.Zero ? Posted.Sent / Posting.TotalSeconds : 0;
}
