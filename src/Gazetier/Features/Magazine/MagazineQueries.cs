using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

public static class MagazineQueries
{
    /// <summary>Of every page that shows an issue.</summary>
    public const string Tag = "magazine";

    public const string Root = "/magazine/";

    /// <summary>What readers may find at <paramref name="now"/> (UTC).</summary>
    public static IQueryable<PrintIssue> Published(this IQueryable<PrintIssue> issues, DateTime now) => issues.Where(i => i.PublishedAt <= now);

    /// <summary>The newest first, by the date on the cover.</summary>
    public static IQueryable<PrintIssue> NewestFirst(this IQueryable<PrintIssue> issues) => issues.OrderByDescending(i => i.DatedOn).ThenByDescending(i => i.Number);

    /// <summary>With its cover, and its contents in their order.</summary>
    public static IQueryable<PrintIssue> WithContents(this IQueryable<PrintIssue> issues) =>
        issues.Include(i => i.Cover).Include(i => i.Entries.OrderBy(e => e.Position)).AsSplitQuery();
}
