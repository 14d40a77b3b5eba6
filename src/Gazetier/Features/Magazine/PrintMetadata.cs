using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gazetier.Features.Access;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Magazine;

/// <summary>An issue as machines read it: schema.org PublicationIssue. Stands inside a script element: nothing in it can close that.</summary>
public static class PrintMetadata
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Issue(PrintIssue issue, string newspaper, PublicAddress address)
    {
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "PublicationIssue",
            ["issueNumber"] = issue.Number,
            ["name"] = Printable.Only(issue.Title),
            ["url"] = address.Of(issue.Path),
            ["datePublished"] = issue.DatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["pageStart"] = 1,
            ["pageEnd"] = issue.Pages,
            ["inLanguage"] = "fr",
            ["isAccessibleForFree"] = issue.Access == Requirement.None,
            ["isPartOf"] = new JsonObject { ["@type"] = "Periodical", ["name"] = newspaper, ["url"] = address.Of(MagazineQueries.Root) },
        };
        if (issue.Summary.Length > 0)
        {
            json["description"] = Printable.Only(issue.Summary);
        }

        if (issue.Cover is { } cover)
        {
            json["image"] = LargePicture.Of(cover.Key, cover.Width, cover.Height, cover.Credit, cover.AlternativeText, address).Url;
        }

        return json.ToJsonString(Json);
    }
}
