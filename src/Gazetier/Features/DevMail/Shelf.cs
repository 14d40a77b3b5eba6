using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.DevMail;

/// <summary>
/// Who may look at the kept mails: whoever sits at this machine, and only where no SMTP server is set. Elsewhere the
/// address does not exist: the mails hold sign-in links.
/// </summary>
public class Shelf(NewspaperOptions options, PublicAddress address)
{
    public bool IsOpenTo(HttpContext context) =>
        string.IsNullOrEmpty(options.Mail.Smtp)
        && OnlyLocal.IsLocal(context.Connection)
        && !CameThroughProxy(context.Request)
        && IsOurName(context.Request.Host.Host);

    /// <summary>A proxy on this machine makes the whole world look local.</summary>
    private static bool CameThroughProxy(HttpRequest request) =>
        request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded") || request.Headers.ContainsKey("X-Original-For");

    /// <summary>A foreign name that resolves to this machine is a page of somebody else's, open in the same browser.</summary>
    private bool IsOurName(string host) =>
        host is "localhost" or "127.0.0.1" or "::1" or "[::1]"
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(address.Host, StringComparison.OrdinalIgnoreCase);
}
