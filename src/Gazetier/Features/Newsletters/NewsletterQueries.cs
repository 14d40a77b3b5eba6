using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

public static class NewsletterQueries
{
    /// <summary>Names of lists that are ours for other things, and parts of addresses beside newsletters' own.</summary>
    public static readonly IReadOnlyList<string> ReservedSlugs = ["digest", "alerts", "announcements", "confirmer", "verifiez-vos-mails", "inscription", "feed", "nouvelle", "numero", "bloc", "reglages", "sans-titre"];

    /// <summary>Tag of all pages that show the newsletter.</summary>
    public static string Tag(Guid newsletter) => $"newsletter:{newsletter:N}";

    /// <summary>Tag of the list of newsletters.</summary>
    public const string AllTag = "newsletters";

    public static IQueryable<NewsletterIssue> Posted(this IQueryable<NewsletterIssue> issues) => issues.Where(i => i.State == NewsletterIssueState.Posted);

    public static IQueryable<NewsletterIssue> Of(this IQueryable<NewsletterIssue> issues, Guid newsletter) => issues.Where(i => i.NewsletterId == newsletter);

    /// <summary>What is to leave at <paramref name="at"/> (UTC).</summary>
    public static IQueryable<NewsletterIssue> Due(this IQueryable<NewsletterIssue> issues, DateTime at) =>
        issues.Where(i => i.State == NewsletterIssueState.Scheduled && i.ScheduledAt <= at);

    /// <summary>Posted, and not all of their deliveries written.</summary>
    public static IQueryable<NewsletterIssue> Unwritten(this IQueryable<NewsletterIssue> issues) => issues.Where(i => i.State == NewsletterIssueState.Posted && i.WrittenAt == null);

    public static IQueryable<NewsletterSignup> Standing(this IQueryable<NewsletterSignup> signups) => signups.Where(s => s.LeftAt == null);

    /// <summary>Numbers of the articles that an issue by rule holds, the newest first: what appeared since, until <paramref name="until"/> (UTC).</summary>
    public static Task<List<long>> ArticlesByRuleAsync(this GazetierDb db, Newsletter newsletter, DateTime until, CancellationToken cancel)
    {
        var since = newsletter.Since(until);
        var found = newsletter.SourceId is { } list
            ? db.Listings.Of(list).Published(until).Where(l => l.PublishedAt > since).NewestFirst().Select(l => l.ArticleId)
            : db.Articles.Published(until).Where(a => a.PublishedAt > since).NewestFirst().Select(a => a.Id);
        return found.Take(newsletter.AtMost).ToListAsync(cancel);
    }
}
