using Gazetier.Data;

namespace Gazetier.Web;

/// <summary>
/// A cookie for the server's eyes only: with <c>__Host-</c> before its name, browsers hold it to this host, HTTPS and the whole
/// site (ASVS 3.3.1). Never sent with another site's POST.
/// </summary>
public sealed class HostCookie(NewspaperOptions options, string name)
{
    private readonly bool _isHttps = options.Url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>As browsers know it; without HTTPS, as on one's own machine, without prefix.</summary>
    public string Name => _isHttps ? "__Host-" + name : name;

    /// <summary>What the browser sent, or null; no cookie at all costs nothing.</summary>
    public string? Find(HttpRequest request) => CookieHeader.Find(request.Headers.Cookie, Name);

    /// <param name="maxAge">Null: it goes when the browser closes.</param>
    public void Write(HttpResponse response, string value, TimeSpan? maxAge) => response.Cookies.Append(Name, value, Options(maxAge));

    public void Erase(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        Secure = _isHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
