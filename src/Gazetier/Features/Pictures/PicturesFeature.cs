using System.Globalization;
using Gazetier.Changes;
using Gazetier.Features.Accounts;
using Gazetier.Features.Pictures.Newsroom;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Features.Pictures;

/// <summary>Keeps pictures, and gives their renditions at <c>/images/{key}/{width}.{extension}</c>.</summary>
public static class PicturesFeature
{
    /// <summary>Who may cache it for a year need not ask again.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    // Kept here: native code calls it.
    private static readonly NetVips.Log.LogDelegate Quiet = (_, _, _) => { };

    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        // One thread a picture: several are made at a time. Nothing is decoded twice, so nothing is worth remembering.
        NetVips.NetVips.Concurrency = 1;
        NetVips.Cache.Max = 0;
        // What it mutters about a broken picture comes to us as an exception.
        NetVips.Log.SetLogHandler("VIPS", NetVips.Enums.LogLevelFlags.Warning, Quiet);
        services.AddSingleton<PictureFiles>();
        services.AddSingleton<KeepPicture>();
        services.AddSingleton<Renditions>();
        services.AddSingleton<EndOfRights>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<EndOfRights>());
        return services;
    }

    public static void MapPictures(this WebApplication app)
    {
        app.MapMethods("/images/{key}/{file}", [HttpMethods.Get, HttpMethods.Head], GiveAsync).WithMetadata(new Web.PublicFileAttribute());
        app.MapPictureActions();
    }

    private static async Task GiveAsync(HttpContext context, string key, string file, Renditions renditions, EndOfRights rights, TimeProvider clock)
    {
        try
        {
            var isRendition = Rendition.TryParse(key, file, out var rendition);
            var left = isRendition && await rights.OfAsync(key) is { } end ? end - clock.GetUtcNow().UtcDateTime : Forever;
            // The newsroom goes on seeing in its library what readers no longer see.
            if (left <= TimeSpan.Zero && context.SignedIn()?.Role is null)
            {
                await RefuseAsync(context, StatusCodes.Status404NotFound);
                return;
            }

            var path = isRendition ? await renditions.FindOrMakeAsync(rendition, context.RequestAborted) : null;
            if (path is null && isRendition && await renditions.FindMovedAsync(rendition, context.RequestAborted) is { } moved)
            {
                context.Response.Redirect(moved);
                return;
            }

            await (path is null ? RefuseAsync(context, StatusCodes.Status404NotFound) : SendAsync(context, rendition, path, left));
        }
        catch (RenditionsBusyException)
        {
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>A missing picture needs no page around it.</summary>
    private static Task RefuseAsync(HttpContext context, int status)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <param name="left">Until the rights in it end: no cache keeps it longer.</param>
    private static async Task SendAsync(HttpContext context, Rendition rendition, string path, TimeSpan left)
    {
        var headers = context.Response.Headers;
        // The key names the bytes of the original: what stands at this address never changes.
        var tag = new EntityTagHeaderValue($"\"{rendition.Key[..16]}-{rendition.FileName}\"");
        headers.CacheControl = left <= TimeSpan.Zero ? "private, no-store"
            : left >= Forever ? "public, max-age=31536000, immutable" : string.Create(CultureInfo.InvariantCulture, $"public, max-age={(long)left.TotalSeconds}");
        headers.ETag = tag.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.Remove(Web.SecurityHeaders.Robots);
        // Webmails and feed readers show our pictures on their own pages.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
            && known.Any(k => k.Compare(tag, useStrongComparison: false) || k.Equals(EntityTagHeaderValue.Any)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var length = new FileInfo(path).Length;
        context.Response.ContentType = rendition.ContentType;
        context.Response.ContentLength = length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.SendFileAsync(path, 0, length, context.RequestAborted);
        }
    }
}
