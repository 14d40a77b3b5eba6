using System.Text;

namespace Gazetier.Text;

/// <summary>
/// Text that every format can carry: without control characters, halves of surrogate pairs and non-characters, which XML
/// refuses and HTML calls errors. Emoji, accents and right-to-left scripts pass untouched.
/// </summary>
public static class Printable
{
    public static string Only(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        // A half of a pair is read as U+FFFD, the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPrintable(rune))
            {
                kept.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
        }

        return kept.ToString();
    }

    /// <summary>One line of it, without blanks at its ends; no-break spaces stay.</summary>
    public static string Line(string text) =>
        string.Join(' ', Only(text).Split(['\t', '\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPlain(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800');

    private static bool IsPrintable(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE);
}
