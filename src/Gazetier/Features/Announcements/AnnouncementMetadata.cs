using System.Text.Json.Nodes;
using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>A job as machines read it: schema.org JobPosting.</summary>
public static class AnnouncementMetadata
{
    /// <summary>Null for a tender, and for a job of which nobody says who offers it: search engines would refuse that.</summary>
    /// <param name="html">Clean.</param>
    /// <param name="url">Absolute address of its page.</param>
    public static string? Posting(Announcement job, string html, string url) => job.Kind != AnnouncementKind.Job || job.Organisation.Length == 0 ? null : StructuredData.Write(new JsonObject
    {
        ["@type"] = "JobPosting",
        ["title"] = job.Title,
        ["description"] = html.Length > 0 ? html : job.Title,
        ["url"] = url,
        ["datePosted"] = Iso8601.Of(job.PublishedAt!.Value),
        ["validThrough"] = Iso8601.Of(job.DeadlineAt),
        ["directApply"] = false,
        ["hiringOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = job.Organisation },
        ["jobLocation"] = new JsonObject
        {
            ["@type"] = "Place",
            ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = job.Where(), ["addressCountry"] = "FR" },
        },
        ["identifier"] = job.Reference.Length == 0 ? null : new JsonObject { ["@type"] = "PropertyValue", ["name"] = job.Organisation, ["value"] = job.Reference },
        ["occupationalCategory"] = job.Grade,
        ["industry"] = job.Branch,
    });
}
