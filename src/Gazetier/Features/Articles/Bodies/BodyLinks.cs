using System.Globalization;
using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Addresses and ids: the only attributes of a body that reach outside it.</summary>
internal static class BodyLinks
{
    /// <summary>Every id of a body carries it, so that none can clash with one of the page.</summary>
    public const string IdPrefix = "b-";

    private const int MaxAddress = 2000;
    private const int MaxId = 100;

    /// <summary>The address as it may stand in <c>href</c>, or null where the link must go.</summary>
    public static string? Href(string? source)
    {
        var address = string.Concat((source ?? "").Where(c => !char.IsControl(c))).Trim();
        if (address.Length is 0 or > MaxAddress || address.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        if (address[0] == '#')
        {
            return Id(Uri.UnescapeDataString(address[1..])) is { } id ? $"#{id}" : null;
        }

        var absolute = address.StartsWith("//", StringComparison.Ordinal) ? $"https:{address}" : address;
        return Scheme(absolute) switch
        {
            null => Escape(absolute),
            "http" or "https" => Web(absolute),
            "mailto" => Escape(absolute),
            _ => null,
        };
    }

    public static bool IsForeign(string href) => href.StartsWith("http", StringComparison.Ordinal) && Scheme(href) is not null;

    /// <summary>An id in ASCII with our prefix, or null where nothing is left of it.</summary>
    public static string? Id(string? source)
    {
        var id = new StringBuilder();
        foreach (var c in Fold.Of(source ?? "").Trim())
        {
            id.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : '-');
            if (id.Length == MaxId)
            {
                break;
            }
        }

        var clean = id.ToString();
        clean = clean.StartsWith(IdPrefix, StringComparison.Ordinal) ? clean[IdPrefix.Length..] : clean;
        return clean.Any(char.IsAsciiLetterOrDigit) ? IdPrefix + clean[..Math.Min(clean.Length, MaxId - IdPrefix.Length)] : null;
    }

    /// <summary>What stands before the first colon, unless a slash, question mark or hash comes first.</summary>
    private static string? Scheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end < 0 || address[end] != ':' ? null : address[..end].ToLowerInvariant();
    }

    private static string? Web(string address)
    {
        var rest = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var escaped = Scheme(address) + ":" + Escape(rest);
        return Uri.TryCreate(escaped, UriKind.Absolute, out var uri)
            && Uri.CheckHostName(uri.IdnHost) is UriHostNameType.Dns or UriHostNameType.IPv4
            ? escaped
            : null;
    }

    private static string Escape(string address)
    {
        var escaped = new StringBuilder(address.Length);
        var hasFragment = false;
        var position = 0;
        foreach (var rune in address.EnumerateRunes())
        {
            var isKept = rune.Value switch
            {
                '%' => address.AsSpan(position + 1) is [var a, var b, ..] && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b),
                '#' => !hasFragment && (hasFragment = true),
                < 128 => char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~:/?@!$&'()*+,;=".Contains((char)rune.Value, StringComparison.Ordinal),
                _ => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark,
            };
            var text = rune.ToString();
            escaped.Append(isKept ? text : Uri.EscapeDataString(text));
            position += rune.Utf16SequenceLength;
        }

        return escaped.ToString();
    }
}
