using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>A job as machines read it: schema.org JobPosting. Stands inside a script element: nothing in it can close that.</summary>
public static class AnnouncementMetadata
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Null for a tender.</summary>
    /// <param name="html">Clean.</param>
    /// <param name="url">Absolute address of its page.</param>
    public static string? Posting(Announcement job, string html, string url)
    {
        if (job.Kind != AnnouncementKind.Job)
        {
            return null;
        }

        var posting = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "JobPosting",
            ["title"] = Printable.Only(job.Title),
            ["description"] = html.Length > 0 ? Printable.Only(html) : Printable.Only(job.Title),
            ["url"] = url,
            ["datePosted"] = Iso8601.Of(job.PublishedAt!.Value),
            ["validThrough"] = Iso8601.Of(job.DeadlineAt),
            ["directApply"] = false,
        };
        if (job.Organisation.Length > 0)
        {
            posting["hiringOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = Printable.Only(job.Organisation) };
        }

        if (job.Where() is { Length: > 0 } where)
        {
            posting["jobLocation"] = new JsonObject
            {
                ["@type"] = "Place",
                ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = Printable.Only(where), ["addressCountry"] = "FR" },
            };
        }

        if (job.Reference.Length > 0)
        {
            posting["identifier"] = new JsonObject { ["@type"] = "PropertyValue", ["name"] = Printable.Only(job.Organisation), ["value"] = Printable.Only(job.Reference) };
        }

        return posting.ToJsonString(Json);
    }
}
