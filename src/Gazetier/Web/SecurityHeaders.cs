using Gazetier.Data;

namespace Gazetier.Web;

/// <summary>Headers that every answer carries: nothing foreign, nothing inline, no frame, nothing sniffed (ASVS 3.4).</summary>
public sealed class SecurityHeaders(RequestDelegate next, NewspaperOptions options)
{
    private const string Policy =
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    // A form of ours may be answered by a redirect to who takes cards or signs people in, and browsers hold that against the same list.
    private readonly string _policy = string.Join(' ', [Policy, .. options.FormOrigins]);

    /// <summary>Name of the header that tells search engines what to do with an answer of any type.</summary>
    public const string Robots = "X-Robots-Tag";

    public Task InvokeAsync(HttpContext context)
    {
        // At once and not when the answer starts: a page that is kept is kept with its headers.
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // What is not declared public is personal: browsers and proxies keep nothing of it, search engines list nothing.
        headers.CacheControl = "no-store";
        headers[Robots] = "noindex";
        return next(context);
    }
}

/// <summary>The two halves of a frame of our own: a page that holds one, and an answer that may stand in it.</summary>
public static class Frames
{
    /// <summary>This page may hold our own answers in frames.</summary>
    public static void LetPageFrameOurs(this HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = response.Headers.ContentSecurityPolicy + "; frame-src 'self'";

    /// <summary>This answer may stand in a frame of our own pages, and of nobody else's.</summary>
    public static void LetOurselvesFrame(this HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = response.Headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
}
