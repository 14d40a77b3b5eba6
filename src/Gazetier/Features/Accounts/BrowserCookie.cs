using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Accounts;

/// <summary>
/// By which a browser is known again after its session is over: only of staff and of who has a second factor. Half the world has
/// "Firefox, Windows": for whom an attack is worth the trouble, that is not recognising a device.
/// </summary>
public class BrowserCookie(NewspaperOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly HostCookie _cookie = new(options, "appareil");

    /// <summary>Null: a browser without one.</summary>
    public string? HashOf(HttpRequest request) =>
        _cookie.Find(request) is { Length: > 20 and < 100 } token ? SessionCookie.Hash(token) : null;

    /// <summary>Marks the browser, unless it is; returns the hash of its mark.</summary>
    public string Mark(HttpContext context)
    {
        var known = _cookie.Find(context.Request) is { Length: > 20 and < 100 } value ? value : null;
        var token = known ?? SessionCookie.NewToken();
        _cookie.Write(context.Response, token, Lifetime);
        return SessionCookie.Hash(token);
    }
}
