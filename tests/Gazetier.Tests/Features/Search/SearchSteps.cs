using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Search.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Search;

internal static class SearchSteps
{
    public static SearchIndex Index(this Site site) => site.Services.GetRequiredService<SearchIndex>();

    /// <summary>The index of this node knows what the database says now.</summary>
    public static async Task IndexAsync(this Site site)
    {
        await site.FollowChangesAsync();
        await site.Index().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Titles of what is found.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this Browser browser, string query) => (await browser.GetAsync("/recherche?" + query)).Texts(".hits h3");

    /// <summary>An article that has appeared.</summary>
    public static Task<long> AddArticleAsync(
        this Site site, string headline, string body, Requirement access = Requirement.None, string standfirst = "", Action<Article>? with = null) => site.DoAsync(async db =>
    {
        var article = new Article
        {
            Slug = "un-article",
            Headline = headline,
            Standfirst = standfirst,
            Body = body,
            Words = 10,
            Access = access,
            Status = ArticleStatus.Published,
            PublishedAt = site.Now.AddHours(-1),
            AppearedAt = site.Now.AddHours(-1),
            MainSectionId = Newsroom.News.Id,
        };
        with?.Invoke(article);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        Gazetier.Changes.ChangeLog.Append(db, site.Now, "article.published", ArticleTags.Of(article));
        await db.SaveChangesAsync();
        return article.Id;
    });
}
