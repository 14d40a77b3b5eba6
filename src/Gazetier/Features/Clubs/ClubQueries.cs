using Gazetier.Features.Articles;
using Gazetier.Features.Clubs.Questions;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs;

public static class ClubQueries
{
    /// <summary>One that readers see, with its team; null where there is none.</summary>
    public static Task<Club?> OpenAsync(this IQueryable<Club> clubs, string slug, CancellationToken cancel) => clubs
        .AsNoTracking().AsSplitQuery()
        .Include(c => c.Section).Include(c => c.Topics.OrderBy(t => t.Position)).Include(c => c.Pins)
        .Include(c => c.Team.OrderBy(p => p.Position)).ThenInclude(p => p.Author).ThenInclude(a => a.Portrait)
        .FirstOrDefaultAsync(c => c.Section.Slug == slug && c.OpenedAt != null, cancel);

    /// <summary>Numbers of the articles that answer these questions and that readers may find at <paramref name="now"/> (UTC), newest first.</summary>
    public static IQueryable<long> AnswersAt(this IQueryable<ClubQuestion> questions, DateTime now) => questions
        .Where(q => q.Article!.Status == ArticleStatus.Published && q.Article.PublishedAt <= now)
        .OrderByDescending(q => q.Article!.PublishedAt).ThenByDescending(q => q.ArticleId)
        .Select(q => q.ArticleId!.Value);
}
