using System.Net;
using System.Text.RegularExpressions;

namespace Gazetier.Data;

/// <summary>What is wrong with the settings of bounces and signatures.</summary>
public static partial class CheckMail
{
    private static readonly string[] Schemes = ["imap", "imaps", "pop3", "pop3s"];

    public static IEnumerable<(string Setting, string Value, string Wrong, string Example)> Wrong(NewspaperOptions options)
    {
        var bounces = options.Mail.Bounces;
        if (bounces.Listen.Length > 0 && !(IPEndPoint.TryParse(bounces.Listen, out var end) && end.Port > 0 && IPAddress.IsLoopback(end.Address)))
        {
            yield return ("Mail__Bounces__Listen", bounces.Listen, "is not an address of this very machine with a port", "127.0.0.1:2526");
        }

        if (bounces.Maildir.Length > 0 && !Path.IsPathFullyQualified(bounces.Maildir))
        {
            yield return ("Mail__Bounces__Maildir", bounces.Maildir, "is not the whole path of a folder", "/var/mail/bounces");
        }

        if (bounces.Mailbox.Length > 0 && !IsMailbox(bounces.Mailbox))
        {
            yield return ("Mail__Bounces__Mailbox", "…", "is not imaps:// or pop3s:// with a name, a password and a host (imap:// and pop3:// on this machine only)", "imaps://bounces%40exemple.fr:secret@imap.exemple.fr/INBOX");
        }

        if (bounces.SoftLimit is < 1 or > 100)
        {
            yield return ("Mail__Bounces__SoftLimit", $"{bounces.SoftLimit}", "is not between 1 and 100", "5");
        }

        if (bounces.SoftDays is < 1 or > 365)
        {
            yield return ("Mail__Bounces__SoftDays", $"{bounces.SoftDays}", "is not between 1 and 365", "14");
        }

        var dkim = options.Mail.Dkim;
        if (dkim.Domain.Length > 0 && Uri.CheckHostName(dkim.Domain) != UriHostNameType.Dns)
        {
            yield return ("Mail__Dkim__Domain", dkim.Domain, "is not a domain", "exemple.fr");
        }

        foreach (var (name, selector) in new[] { ("Selector", dkim.Selector), ("Ed25519Selector", dkim.Ed25519Selector) })
        {
            if (selector.Length > 0 && !Selector().IsMatch(selector))
            {
                yield return ($"Mail__Dkim__{name}", selector, "is not made of letters, digits, hyphens and dots", "gazetier2026");
            }
        }

        if (dkim.Selector.Length > 0 && dkim.Selector == dkim.Ed25519Selector)
        {
            yield return ("Mail__Dkim__Ed25519Selector", dkim.Ed25519Selector, "is the RSA key's too: each key has a record of its own", "gazetier2026e");
        }
    }

    /// <summary>A password goes there: by TLS, or not further than this machine.</summary>
    private static bool IsMailbox(string setting) =>
        Uri.TryCreate(setting, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.Ordinal) && uri.Host.Length > 0
        && uri.UserInfo.Contains(':', StringComparison.Ordinal) && (uri.Scheme.EndsWith('s') || uri.IsLoopback);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Selector();
}
