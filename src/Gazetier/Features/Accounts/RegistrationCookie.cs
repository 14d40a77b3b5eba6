using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Tells the browser that asked for an account from others. Somebody may register another person's address with a password of
/// their own and wait for that person to press the button: elsewhere, the one who presses it chooses the password.
/// </summary>
public class RegistrationCookie(NewspaperOptions options)
{
    private readonly HostCookie _cookie = new(options, "inscription");

    public void Write(HttpResponse response, Guid registration) =>
        _cookie.Write(response, registration.ToString("N"), MailedLinks.LongLifetime);

    /// <summary>Whether the request comes from the browser that asked for <paramref name="registration"/>.</summary>
    public bool IsOf(HttpRequest request, Guid registration) =>
        _cookie.Find(request) is { } value && Guid.TryParseExact(value, "N", out var id) && id == registration;
}
