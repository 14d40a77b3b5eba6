using Microsoft.AspNetCore.Diagnostics;

namespace Gazetier.Web;

/// <summary>
/// Refuses forms that another site sent (ASVS 3.5.1), by what the browser itself says of the request; pages carry no
/// token, so they can be kept. Delete this class on .NET 11, which does the same (docs/decisions/0006).
/// </summary>
public sealed class FetchMetadata(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsSafe(context.Request.Method) || IsOneClick(context) || IsErrorPage(context) || IsOurs(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>RFC 8058: the mailbox provider posts to /u/ from anywhere; the token in the address is the proof.</summary>
    private static bool IsOneClick(HttpContext context) => context.Request.Path.StartsWithSegments("/u", StringComparison.Ordinal);

    /// <summary>The refusal itself comes by here again, on its way to the page that explains it.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        // No metadata: an old browser, which sends Origin, or no browser at all, which has no cookies to abuse.
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
