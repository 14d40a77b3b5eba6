using Gazetier.Features.Newspaper;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>security.txt (RFC 9116): whom to tell of a weakness.</summary>
public static class SecurityTxt
{
    /// <summary>The standard advises less than a year. Counted from midnight: the file is the same all day.</summary>
    private const int Days = 180;

    /// <param name="now">UTC.</param>
    public static string Write(Imprint imprint, PublicAddress address, DateTime now)
    {
        var contact = imprint.ContactEmail.Length > 0 ? "mailto:" + Uri.EscapeDataString(imprint.ContactEmail).Replace("%40", "@", StringComparison.Ordinal) : address.Of("/contact");
        return $"""
            Contact: {contact}
            Expires: {Iso8601.Of(now.Date.AddDays(Days))}
            Preferred-Languages: fr, en
            Canonical: {address.Of("/.well-known/security.txt")}

            """;
    }
}
