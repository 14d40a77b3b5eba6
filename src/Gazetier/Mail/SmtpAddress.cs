using System.Net;

namespace Gazetier.Mail;

/// <summary>Where mails are handed to: <c>smtp://host:port</c> or <c>smtps://name:password@host</c>.</summary>
public sealed record SmtpAddress(string Host, int Port, bool IsTls, string? Name, string? Password)
{
    private const int Submission = 587;
    private const int SubmissionOverTls = 465;
    private const int Relay = 25;

    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <param name="setting">Checked at the start by <c>CheckOptions</c>.</param>
    public static SmtpAddress Parse(string setting)
    {
        var uri = new Uri(setting);
        var isTls = uri.Scheme == "smtps";
        var colon = uri.UserInfo.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? uri.UserInfo : uri.UserInfo[..colon];
        var port = uri.Port > 0 ? uri.Port : isTls ? SubmissionOverTls : name.Length > 0 ? Submission : Relay;
        return new SmtpAddress(
            uri.Host.Trim('[', ']'),
            port,
            isTls,
            name.Length == 0 ? null : Uri.UnescapeDataString(name),
            colon < 0 ? null : Uri.UnescapeDataString(uri.UserInfo[(colon + 1)..]));
    }
}
