using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newsletters.Mails;
using Gazetier.Web;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>The HTML part of an issue as one class of readers gets it, alone, for the frame of its preview.</summary>
public static class IssueHtml
{
    public const string Address = "/redaction/apercu/lettre";

    /// <summary>A mail brings its own styles and pictures of ours: inert in a sandbox but for those, as mail readers have it.</summary>
    private const string Policy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void MapIssuePreview(this WebApplication app) =>
        app.MapGet(Address + "/{id:guid}", ShowAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy);

    private static async Task<IResult> ShowAsync(HttpContext context, ComposeSampleIssue compose, Guid id, string? comme, CancellationToken cancel)
    {
        var reader = comme == "abonne" ? AccessClass.Subscriber : AccessClass.Registered;
        if (context.SignedIn() is not { Role: { } role } || !role.May(StaffAct.Post) || await compose.RunAsync(id, reader, context.Language(), cancel) is not { } sample)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Content(sample.Html, "text/html; charset=utf-8");
    }
}
