using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Tells the browser that asked for an account from others. Somebody may register another person's address with a password of
/// their own and wait for that person to press the button: elsewhere, the one who presses it chooses the password.
/// </summary>
public class RegistrationCookie(NewspaperOptions options)
{
    private readonly bool _isHttps = options.Url.StartsWith("https://", StringComparison.Ordinal);

    private string Name => _isHttps ? "__Host-inscription" : "inscription";

    public void Write(HttpResponse response, Guid registration) => response.Cookies.Append(Name, registration.ToString("N"), new CookieOptions
    {
        HttpOnly = true,
        Secure = _isHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = MailedLinks.LongLifetime,
        IsEssential = true,
    });

    /// <summary>Whether the request comes from the browser that asked for <paramref name="registration"/>.</summary>
    public bool IsOf(HttpRequest request, Guid registration) =>
        CookieHeader.Find(request.Headers.Cookie, Name) is { } value && Guid.TryParseExact(value, "N", out var id) && id == registration;
}
