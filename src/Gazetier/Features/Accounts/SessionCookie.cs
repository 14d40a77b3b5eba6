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

    private readonly HostCookie _cookie = new(options, "session");

    /// <inheritdoc cref="HostCookie.Name"/>
    public string Name => _cookie.Name;

    /// <summary>Hexadecimal SHA-256: what the database knows of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>256 random bits, as they stand in cookies and links.</summary>
    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The token that the browser sent, or null.</summary>
    public string? Read(HttpRequest request) =>
        _cookie.Find(request) is { Length: > 20 and < 100 } token ? token : null;

    /// <param name="isRemembered">False: the cookie goes when the browser closes.</param>
    public void Write(HttpResponse response, string token, bool isRemembered) =>
        _cookie.Write(response, token, isRemembered ? Lifetime : null);

    public void Erase(HttpResponse response) => _cookie.Erase(response);
}
