using System.Globalization;
using System.Text.Json.Nodes;
using Gazetier.Features.Access;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Magazine;

/// <summary>An issue as machines read it: schema.org PublicationIssue.</summary>
public static class PrintMetadata
{
    public static string Issue(PrintIssue issue, string newspaper, PublicAddress address)
    {
        return StructuredData.Write(new JsonObject
        {
            ["@type"] = "PublicationIssue",
            ["issueNumber"] = issue.Number,
            ["name"] = issue.Title,
            ["description"] = issue.Summary,
            ["url"] = address.Of(issue.Path),
            ["image"] = issue.Cover is { } cover ? LargePicture.Of(cover.Key, cover.Width, cover.Height, cover.Credit, cover.AlternativeText, address).Url : null,
            ["datePublished"] = issue.DatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["pageStart"] = 1,
            ["pageEnd"] = issue.Pages,
            ["inLanguage"] = "fr",
            ["isAccessibleForFree"] = issue.Access == Requirement.None,
            ["isPartOf"] = StructuredData.Named("Periodical", newspaper, address.Of(MagazineQueries.Root)),
        });
    }
}
