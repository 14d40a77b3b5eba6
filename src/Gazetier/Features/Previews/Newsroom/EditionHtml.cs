using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Digests.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Previews.Newsroom;

/// <summary>The HTML part of a sample edition, alone, for the frame of its page.</summary>
public static class EditionHtml
{
    /// <summary>A mail brings its own styles: inert in a sandbox but for those, as mail readers have it.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void MapEditionPreview(this WebApplication app) =>
        app.MapGet(EditionModel.Address + "/html", ShowAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy);

    private static async Task<IResult> ShowAsync(
        HttpContext context, ComposeSample compose, Masthead masthead, TimeProvider clock, string? classe, string? theme, string? le, CancellationToken cancel)
    {
        var isAsked = PreviewAddress.ClassOf(classe) is not (null or AccessClass.Visitor)
            && context.SignedIn() is { Role: { } role } && role.May(StaffAct.Write)
            && LocalMoment.TryRead(le, await masthead.ZoneAsync(cancel), out _);
        if (!isAsked)
        {
            return Results.NotFound();
        }

        LocalMoment.TryRead(le, await masthead.ZoneAsync(cancel), out var at);
        var followed = Guid.TryParse(theme, out var id) ? id : (Guid?)null;
        var edition = await compose.RunAsync(PreviewAddress.ClassOf(classe)!.Value, followed, at ?? clock.GetUtcNow().UtcDateTime, context.Language(), cancel);
        if (edition is null)
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Content(edition.Html, "text/html; charset=utf-8");
    }
}
