using System.Text.Json.Nodes;
using Gazetier.Features.Pictures;
using Gazetier.Text;

namespace Gazetier.Features.Articles;

/// <summary>
/// Writes an article's head as machines read it: Open Graph for those who share it, schema.org for search engines.
/// </summary>
public sealed class ArticleMetadata(ArticleHead head)
{
    /// <summary>Characters of a headline that search engines take.</summary>
    private const int HeadlineLength = 110;

    /// <summary>Pairs of property and content.</summary>
    public IEnumerable<(string Property, string Content)> OpenGraph()
    {
        yield return ("og:type", "article");
        yield return ("og:site_name", head.Newspaper.Name);
        yield return ("og:locale", "fr_FR");
        yield return ("og:url", head.Url);
        yield return ("og:title", head.Headline);
        if (head.Description.Length > 0)
        {
            yield return ("og:description", head.Description);
        }

        foreach (var pair in head.Picture.OpenGraph())
        {
            yield return pair;
        }

        if (head.PublishedAt is { } published)
        {
            yield return ("article:published_time", Iso8601.Of(published));
            yield return ("article:modified_time", Iso8601.Of(head.ModifiedAt ?? published));
        }

        yield return ("article:section", head.Breadcrumb[^1].Name);
        foreach (var author in head.Authors)
        {
            yield return ("article:author", author.Url);
        }

        foreach (var theme in head.Themes)
        {
            yield return ("article:tag", theme);
        }
    }

    /// <summary>schema.org NewsArticle, with Google's markup of a paywall where something is withheld.</summary>
    public string NewsArticle() => StructuredData.Write(new JsonObject
    {
        ["@type"] = head.IsOpinion ? "OpinionNewsArticle" : "NewsArticle",
        ["headline"] = Shortened.To(HeadlineLength, head.Headline),
        ["description"] = head.Description,
        ["url"] = head.Url,
        ["mainEntityOfPage"] = head.Url,
        ["inLanguage"] = "fr",
        ["datePublished"] = head.PublishedAt is { } published ? Iso8601.Of(published) : null,
        ["dateModified"] = head.ModifiedAt is { } modified ? Iso8601.Of(modified) : null,
        ["articleSection"] = head.Breadcrumb[^1].Name,
        ["keywords"] = new JsonArray([.. head.Themes.Select(theme => JsonValue.Create(theme))]),
        ["image"] = Image(head.Picture),
        ["author"] = head.Authors.Count > 0 ? new JsonArray([.. head.Authors.Select(author => StructuredData.Named("Person", author.Name, author.Url))]) : Newspaper(),
        ["publisher"] = Newspaper(),
        ["correction"] = head.Corrections.Count > 0 ? new JsonArray([.. head.Corrections.Select(Correction)]) : null,
        ["creditText"] = head.MachineLabel,
        // The vocabulary speaks of how a thing was made; of help with writing it has no word that says no more than there was.
        ["digitalSourceType"] = head.MachineUse == MachineUse.Generated ? "https://schema.org/TrainedAlgorithmicMediaDigitalSource" : null,
        ["usageInfo"] = head.Licence,
        ["license"] = head.Licence,
        ["printEdition"] = head.Print is { } print ? FormattableString.Invariant($"{print.Number}") : null,
        ["printPage"] = head.Print is { } on ? FormattableString.Invariant($"{on.Folio}") : null,
        ["discussionUrl"] = head.Talk?.Url,
        ["commentCount"] = head.Talk?.Count,
        ["comment"] = new JsonArray([.. head.Talk?.First.Select(Comment) ?? []]),
        ["isAccessibleForFree"] = head.IsFree,
        ["hasPart"] = head.IsFree ? null : Withheld(),
    });

    /// <summary>schema.org BreadcrumbList: the front page, the sections, the article.</summary>
    public string Breadcrumb() => StructuredData.Write(StructuredData.Trail(head.Breadcrumb.Append(new HeadLink(head.Headline, head.Url)).Select(step => (step.Name, (string?)step.Url))));

    private static JsonObject Image(LargePicture picture)
    {
        var image = new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = picture.Url,
            ["width"] = picture.Width,
            ["height"] = picture.Height,
            ["caption"] = picture.AlternativeText,
            ["creditText"] = picture.Credit,
        };
        if (picture.IsMachineMade)
        {
            image["digitalSourceType"] = DigitalSource.Trained;
        }

        return image;
    }

    private static JsonNode Correction(HeadCorrection told)
    {
        var comment = new JsonObject
        {
            ["@type"] = "CorrectionComment",
            ["text"] = told.Text,
            ["datePublished"] = Iso8601.Of(told.At),
            ["url"] = told.Url,
        };
        if (told.Author is { } author)
        {
            comment["author"] = new JsonObject { ["@type"] = "Person", ["name"] = author };
        }

        return comment;
    }

    private static JsonNode Comment(HeadComment said) => new JsonObject
    {
        ["@type"] = "Comment",
        ["text"] = said.Text,
        ["datePublished"] = Iso8601.Of(said.At),
        ["url"] = said.Url,
        ["author"] = new JsonObject { ["@type"] = "Person", ["name"] = said.Author },
    };

    private JsonObject Newspaper() => StructuredData.Named("NewsMediaOrganization", head.Newspaper.Name, head.Newspaper.Url);

    private static JsonObject Withheld() => new()
    {
        ["@type"] = "WebPageElement",
        ["isAccessibleForFree"] = false,
        ["cssSelector"] = ".paywall",
    };
}
