using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

public static class FollowQueries
{
    /// <summary>What one reader follows.</summary>
    public static async Task<IReadOnlyList<Subject>> SubjectsOfAsync(this IQueryable<Follow> follows, Guid accountId, CancellationToken cancel) =>
        await follows.AsNoTracking().Where(f => f.AccountId == accountId).Select(f => new Subject(f.Kind, f.SubjectId)).ToListAsync(cancel);

    /// <summary>Numbers of the articles that any of <paramref name="follows"/> brings, newest first, each once.</summary>
    public static IQueryable<long> Followed(this IQueryable<Listing> listings, IEnumerable<Subject> follows, DateTime now)
    {
        var lists = follows.Select(follow => follow.Id).ToList();
        return listings.Published(now).Where(l => lists.Contains(l.ListId))
            .Select(l => new { l.PublishedAt, l.ArticleId }).Distinct()
            .OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.ArticleId)
            .Select(l => l.ArticleId);
    }
}
