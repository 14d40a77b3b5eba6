using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Features.Attachments.Newsroom;

/// <summary>
/// Takes a file of any size that is allowed, straight to the disk: the framework's own reading of forms would first put all of it
/// aside. Answers scripts in JSON, and browsers with the page again.
/// </summary>
public static class UploadActions
{
    private const long Largest = AttachmentKinds.MaxVideo + (1024 * 1024);
    private const int LongestName = 1000;

    public static void MapUpload(this WebApplication app) =>
        app.MapPost("/redaction/fichiers", UploadAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery();

    private static async Task<IResult> UploadAsync(HttpContext context, KeepAttachment keep, GazetierDb db, Phrases t, TimeProvider clock, CancellationToken cancel)
    {
        var me = context.SignedIn()!;
        if (!me.Role!.Value.May(StaffAct.KeepPictures))
        {
            return Results.NotFound();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest;
        }

        var wantsJson = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");
        try
        {
            var (attachment, isNew) = await ReadAsync(context.Request, keep, cancel);
            if (isNew)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, me, "file.kept", detail: $"{attachment.Key} {attachment.Name}");
                await db.SaveChangesAsync(cancel);
            }

            return wantsJson
                ? Results.Json(new { id = attachment.Id, src = attachment.Address, name = attachment.Name, bytes = attachment.Bytes, type = attachment.Kind.ContentType().Split(';')[0] })
                : Results.LocalRedirect($"/redaction/fichiers/{attachment.Id}?fait=garde");
        }
        catch (AttachmentRefusedException refused)
        {
            return wantsJson
                ? Results.Json(new { errors = new Dictionary<string, string> { ["file"] = refused.Said(t) } }, statusCode: StatusCodes.Status422UnprocessableEntity)
                : Results.LocalRedirect($"/redaction/fichiers?refus={refused.Reason}&ligne={refused.Line.ToString(t.Culture)}&genre={refused.Kind}");
        }
    }

    private static async Task<(Attachment Attachment, bool IsNew)> ReadAsync(HttpRequest request, KeepAttachment keep, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Missing, "No form with a file.");
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition() && disposition.Name == "file")
                {
                    var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                    return await keep.RunAsync(section.Body, Printable.Line(name[..Math.Min(name.Length, LongestName)]), cancel);
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not FileNotFoundException && error is not BadHttpRequestException))
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Broken, "The form cannot be read.", error);
        }

        throw new AttachmentRefusedException(AttachmentRefusal.Missing, "No file.");
    }
}
