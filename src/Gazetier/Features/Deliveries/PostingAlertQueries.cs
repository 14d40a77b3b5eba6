using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries;

/// <summary>What is held back at the moment: asked by whoever hands mails over.</summary>
public static class PostingAlertQueries
{
    /// <summary>Not ended by anybody, and not over by itself.</summary>
    public static IQueryable<PostingAlert> Standing(this IQueryable<PostingAlert> alerts, DateTime now) =>
        alerts.Where(a => a.EndedAt == null && (a.Until == null || a.Until > now));

    /// <summary>Domains, in small letters, to which nothing may be handed over now. Few: one query a batch.</summary>
    public static async Task<HashSet<string>> PausedDomainsAsync(this GazetierDb db, DateTime now, CancellationToken cancel) =>
        [.. await db.PostingAlerts.Standing(now).Where(a => a.Kind == AlertKind.DomainHeld).Select(a => a.Name).ToListAsync(cancel)];

    /// <summary>Whether nothing of a list may be handed over now.</summary>
    public static Task<bool> IsListStoppedAsync(this GazetierDb db, string list, DateTime now, CancellationToken cancel) =>
        db.PostingAlerts.Standing(now).AnyAsync(a => a.Kind == AlertKind.ListStopped && a.Name == list, cancel);

    /// <summary>"orange.fr" of an address.</summary>
    public static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
