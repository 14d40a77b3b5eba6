using Gazetier.Features.Access;
using Gazetier.Features.Articles;

namespace Gazetier.Features.Feeds;

/// <summary>What is no article (a legal text, an exam, an announcement, an issue of the magazine), as feeds carry articles: nothing of it is withheld.</summary>
internal static class FeedCard
{
    /// <param name="section">Its kind, as feeds name a section.</param>
    public static ArticleCard Of(Format format, string kicker, string headline, string standfirst, DateTime publishedAt, DateTime? modifiedAt, Named section) => new()
    {
        Id = 0,
        Slug = "",
        Format = format,
        Kicker = kicker,
        Headline = headline,
        Standfirst = standfirst,
        Access = Requirement.None,
        Words = 0,
        PublishedAt = publishedAt,
        ModifiedAt = modifiedAt,
        Section = section,
        Authors = [],
        Themes = [],
        Picture = null,
    };
}
