using System.Globalization;
using System.Text.RegularExpressions;

namespace Gazetier.Features.Accounts;

/// <summary>An electronic address as we keep it: small letters, the domain in ASCII, at most 254 characters (RFC 5321).</summary>
public static partial class EmailAddress
{
    public const int Longest = 254;

    /// <summary>The address, or null for what no mail can reach.</summary>
    public static string? Read(string? typed)
    {
        var address = typed?.Trim();
        if (address is null or { Length: 0 or > Longest } || address.LastIndexOf('@') is not (> 0 and <= 64 and var at))
        {
            return null;
        }

        var local = address[..at];
        return LocalPart().IsMatch(local) && Ascii(address[(at + 1)..]) is { } domain && local.Length + domain.Length < Longest
            ? $"{local}@{domain}".ToLowerInvariant()
            : null;
    }

    /// <summary>As the database compares it.</summary>
    public static string Key(string address) => address.ToUpperInvariant();

    private static string? Ascii(string domain)
    {
        try
        {
            var ascii = new IdnMapping().GetAscii(domain);
            return Domain().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();
}
