using System.Collections.Frozen;

namespace Gazetier.Text;

/// <summary>Elements by what they do to the text around them.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Set(
        "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Opaque = Set(
        "script", "style", "template", "textarea", "title", "svg", "math", "noscript", "iframe");

    /// <summary>True where the element stands within a line and does not end a word.</summary>
    public static bool IsInline(ReadOnlySpan<char> name) => Inline.Contains(name);

    /// <summary>True where the content is not prose at all.</summary>
    public static bool IsOpaque(ReadOnlySpan<char> name) => Opaque.Contains(name);

    public static ReadOnlySpan<char> At(string html, int start)
    {
        if (start < html.Length && html[start] == '/')
        {
            start++;
        }

        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return html.AsSpan(start, end - start);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
