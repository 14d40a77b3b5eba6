using Gazetier.Data;
using Gazetier.Web;
using Microsoft.Net.Http.Headers;

namespace Gazetier.Features.Figures;

/// <summary>
/// A reader's wish not to be counted: the browser's signals, <i>Do Not Track</i> and <i>Global Privacy Control</i>, or a cookie that is set
/// when a reader asks for it. It holds no more than the wish. Kept pages do not depend on it.
/// </summary>
public sealed class DoNotMeasure(NewspaperOptions options)
{
    /// <summary>How long the wish is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private const string No = "non";
    private readonly HostCookie _cookie = new(options, "mesure");

    public bool IsAsked(HttpRequest request) => IsAskedByBrowser(request) || IsAskedByCookie(request);

    public static bool IsAskedByBrowser(HttpRequest request) => request.Headers[HeaderNames.DNT] == "1" || request.Headers["Sec-GPC"] == "1";

    public bool IsAskedByCookie(HttpRequest request) => request.Headers.Cookie.Count > 0 && _cookie.Find(request) == No;

    public void Write(HttpResponse response, bool isAsked)
    {
        if (isAsked)
        {
            _cookie.Write(response, No, Remembered);
        }
        else
        {
            _cookie.Erase(response);
        }
    }
}
