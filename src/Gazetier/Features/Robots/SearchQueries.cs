using Gazetier.Features.Articles;
using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots;

public static class SearchQueries
{
    /// <summary>Articles that search engines may have.</summary>
    public static IQueryable<Article> OpenToSearch(this IQueryable<Article> articles, RobotPolicy policy)
    {
        var other = policy.Apart.Where(section => policy.Of(section.Id).MaySearch != policy.Paper.MaySearch).Select(section => section.Id).ToList();
        return policy.Paper.MaySearch
            ? other.Count == 0 ? articles : articles.Where(a => !other.Contains(a.MainSectionId))
            : articles.Where(a => other.Contains(a.MainSectionId));
    }
}
