using Microsoft.Extensions.Primitives;

namespace Gazetier.Web;

/// <summary>
/// Finds one cookie without making a collection of all: a signed-in reader's every page passes here. For values that
/// need no decoding, as our tokens do not.
/// </summary>
public static class CookieHeader
{
    /// <param name="header">All <c>Cookie</c> headers of a request.</param>
    /// <param name="name">Case counts (RFC 6265).</param>
    /// <returns>The last of that name, as the framework's own collection has it; null without one.</returns>
    public static string? Find(StringValues header, string name)
    {
        for (var i = header.Count - 1; i >= 0; i--)
        {
            if (Find(header[i].AsSpan(), name) is { IsEmpty: false } value)
            {
                return value.ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Find(ReadOnlySpan<char> header, string name)
    {
        while (!header.IsEmpty)
        {
            var start = header.LastIndexOf(';') + 1;
            var pair = header[start..].Trim(' ');
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                return pair[(name.Length + 1)..];
            }

            header = header[..Math.Max(0, start - 1)];
        }

        return [];
    }
}
