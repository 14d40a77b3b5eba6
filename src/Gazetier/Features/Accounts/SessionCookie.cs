using System.Security.Cryptography;
using System.Text;
using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.Accounts;

/// <summary>The cookie of a session: a random token and nothing else (ASVS 3.3.1, 7.2).</summary>
public class SessionCookie(NewspaperOptions options)
{
    /// <summary>A session ends after this, whatever happens.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>A session that nobody used for this long is over.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(30);

    private readonly bool _isHttps = options.Url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>With the prefix, browsers hold it to this host, HTTPS and the whole site.</summary>
    public string Name => _isHttps ? "__Host-session" : "session";

    /// <summary>Hexadecimal SHA-256: what the database knows of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>256 random bits, as they stand in cookies and links.</summary>
    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The token that the browser sent, or null. No cookie at all costs nothing.</summary>
    public string? Read(HttpRequest request) =>
        CookieHeader.Find(request.Headers.Cookie, Name) is { Length: > 20 and < 100 } token ? token : null;

    /// <param name="isRemembered">False: the cookie goes when the browser closes.</param>
    public void Write(HttpResponse response, string token, bool isRemembered) =>
        response.Cookies.Append(Name, token, Options(isRemembered ? Lifetime : null));

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
