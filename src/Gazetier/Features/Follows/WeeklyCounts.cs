using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>How many articles a week each subject brought lately, so that a reader knows what following it means.</summary>
public class WeeklyCounts(GazetierDb db, TimeProvider clock)
{
    /// <summary>Long enough to forget a quiet week, short enough to see a theme that woke up.</summary>
    public const int Weeks = 8;

    /// <summary>Articles of the last <see cref="Weeks"/> weeks, by what can be followed; one grouped query. Absent: none.</summary>
    public Task<Dictionary<Guid, int>> CountAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-7 * Weeks);
        return db.Articles.Published(now).Where(a => a.PublishedAt > since).Join(db.Listings, a => a.Id, l => l.ArticleId, (a, l) => l.ListId)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }
}
