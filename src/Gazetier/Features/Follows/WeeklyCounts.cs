using Gazetier.Data;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>How many articles a week each subject brought lately, so that a reader knows what following it means.</summary>
public class WeeklyCounts(GazetierDb db, TimeProvider clock)
{
    /// <summary>Long enough to forget a quiet week, short enough to see a theme that woke up.</summary>
    public const int Weeks = 8;

    /// <summary>Articles of the last <see cref="Weeks"/> weeks, by subject of one kind; one grouped query. Absent: none.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(FollowKind kind, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-7 * Weeks);
        var lately = db.Articles.Published(now).Where(a => a.PublishedAt > since);
        return kind switch
        {
            FollowKind.Theme => await CountAsync(lately.SelectMany(a => a.Themes, (a, t) => t.Id), cancel),
            FollowKind.Dossier => await CountAsync(lately.SelectMany(a => a.DossierParts, (a, p) => p.DossierId), cancel),
            FollowKind.Author => await CountAsync(lately.SelectMany(a => a.Bylines, (a, b) => b.AuthorId), cancel),
            FollowKind.Section => await WithTheirParentsAsync(await CountAsync(lately.Select(a => a.MainSectionId), cancel), cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static async Task<Dictionary<Guid, int>> CountAsync(IQueryable<Guid> subjects, CancellationToken cancel) =>
        await subjects.GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>By main section: each article counts once on each level of the tree.</summary>
    private async Task<Dictionary<Guid, int>> WithTheirParentsAsync(Dictionary<Guid, int> counts, CancellationToken cancel)
    {
        var tree = await SectionTree.LoadAsync(db, cancel);
        return counts
            .SelectMany(count => tree.WithAncestors(count.Key).Select(section => (section, count.Value)))
            .GroupBy(pair => pair.section)
            .ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value));
    }
}
