namespace Gazetier.Features.Audit;

public static class ActQueries
{
    /// <summary>What was done to one article.</summary>
    public static IQueryable<Act> Of(this IQueryable<Act> acts, long articleId) => acts.Where(act => act.ArticleId == articleId);
}
