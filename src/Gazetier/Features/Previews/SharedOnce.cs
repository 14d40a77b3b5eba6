using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.Previews;

/// <summary>Carries a new link's token to the page that shows it, once: the database cannot say it again.</summary>
public class SharedOnce(NewspaperOptions options)
{
    private readonly HostCookie _cookie = new(options, "apercu");

    public void Write(HttpResponse response, string token) => _cookie.Write(response, token, TimeSpan.FromMinutes(5));

    /// <summary>The token that was just made, which is then forgotten; or null.</summary>
    public string? Take(HttpContext context)
    {
        if (_cookie.Find(context.Request) is not { Length: > 20 and < 100 } token)
        {
            return null;
        }

        _cookie.Erase(context.Response);
        return token;
    }
}
