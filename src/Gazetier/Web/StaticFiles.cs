using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Web;

/// <summary>Style, scripts and fonts: revalidated, or kept for a year where the address names the version (<c>?v=</c>).</summary>
public static class StaticFiles
{
    // Letters only: what is packed already (fonts, pictures) gains nothing. None of it is secret, so HTTPS may pack it too.
    private static readonly string[] Packed = ["text/css", "text/javascript", "image/svg+xml"];

    public static IServiceCollection AddPackedFiles(this IServiceCollection services) => services.AddResponseCompression(packing =>
    {
        (packing.EnableForHttps, packing.MimeTypes) = (true, Packed);
        // Who takes Brotli gets what was packed once; the few others have it packed for them.
        packing.Providers.Add<GzipCompressionProvider>();
    });

    public static void UsePackedFiles(this WebApplication app)
    {
        var once = new StaticFileOptions { FileProvider = new PackedFiles(app.Environment.WebRootFileProvider), OnPrepareResponse = file => Mark(file.Context, isPacked: true) };
        app.UseWhen(
            context => IsPacked(context.Request.Path),
            files =>
            {
                files.UseWhen(context => ContentCoding.Of(context.Request.Headers.AcceptEncoding) == Coding.Brotli, taken => taken.UseStaticFiles(once));
                files.UseResponseCompression();
            });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => Mark(file.Context, isPacked: false) });
    }

    private static bool IsPacked(PathString path) => Path.GetExtension(path.Value) is ".css" or ".js" or ".svg";

    private static void Mark(HttpContext context, bool isPacked)
    {
        var headers = context.Response.Headers;
        var isVersioned = context.Request.Query.ContainsKey("v") || context.Request.Path.Value!.EndsWith(".woff2", StringComparison.Ordinal);
        headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "public, no-cache";
        headers.Remove(SecurityHeaders.Robots);
        if (isPacked)
        {
            headers.ContentEncoding = "br";
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }
}
