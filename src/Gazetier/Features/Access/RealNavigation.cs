using Gazetier.Web;

namespace Gazetier.Features.Access;

/// <summary>
/// Whether somebody looks at what is asked for: a page in a window, not fetched ahead of a click that may never come, not a HEAD,
/// and not a program. Browsers say so in headers that a page cannot set; older ones ask for HTML first.
/// </summary>
public static class RealNavigation
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !FetchedAhead.Is(request)
        && (request.Headers["Sec-Fetch-Dest"].ToString() is { Length: > 0 } dest
            ? dest == "document"
            : request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
