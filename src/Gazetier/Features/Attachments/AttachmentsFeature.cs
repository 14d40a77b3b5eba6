using Gazetier.Features.Attachments.Newsroom;
using Gazetier.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Features.Attachments;

/// <summary>Keeps documents, films and sounds, and gives them at <c>/fichiers/{key}/{name}</c>: in parts, where a player asks for parts.</summary>
public static class AttachmentsFeature
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentFiles>();
        services.AddScoped<KeepAttachment>();
        return services;
    }

    public static void MapAttachments(this WebApplication app)
    {
        app.MapMethods("/fichiers/{key}/{name}", [HttpMethods.Get, HttpMethods.Head], Give).WithMetadata(new PublicFileAttribute());
        app.MapUpload();
    }

    private static IResult Give(HttpContext context, string key, string name, AttachmentFiles files)
    {
        if (files.Find(key) is not { } found || !IsName(name))
        {
            // A missing file needs no page around it.
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        // The key names the bytes: what stands at this address never changes.
        headers.CacheControl = "public, max-age=31536000, immutable";
        // No search engine lists it: as everywhere where nothing else is said. Whatever a file holds runs nowhere: it is no page of ours.
        headers.ContentSecurityPolicy = PolicyOf(found.Kind);
        headers.ContentDisposition = new ContentDispositionHeaderValue(IsShown(found.Kind) ? "inline" : "attachment") { FileName = name }.ToString();
        var changed = new DateTimeOffset(File.GetLastWriteTimeUtc(found.Path));
        return Results.File(found.Path, found.Kind.ContentType(), lastModified: changed, entityTag: new EntityTagHeaderValue($"\"{key}\""), enableRangeProcessing: true);
    }

    /// <summary>Chromium shows no PDF in a sandbox; its viewer is a process of its own, and the type is not guessed.</summary>
    private static string PolicyOf(AttachmentKind kind) => kind == AttachmentKind.Pdf
        ? "default-src 'none'; object-src 'self'; frame-ancestors 'none'"
        : "default-src 'none'; media-src 'self'; frame-ancestors 'none'; sandbox";

    /// <summary>What browsers show themselves; anything else is saved.</summary>
    private static bool IsShown(AttachmentKind kind) => kind == AttachmentKind.Pdf || !kind.IsDocument();

    private static bool IsName(string name) => name.Length <= Attachment.MaxName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
