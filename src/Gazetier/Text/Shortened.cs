namespace Gazetier.Text;

/// <summary>Text cut at a word, with an ellipsis, where a format limits its length.</summary>
public static class Shortened
{
    /// <param name="length">Characters at most, the ellipsis included.</param>
    public static string To(int length, string text)
    {
        var plain = text.Trim();
        if (plain.Length <= length)
        {
            return plain;
        }

        var head = plain[..(length - 1)];
        // The blank may stand right after the head: then the last word is whole.
        var blank = plain.LastIndexOf(' ', length - 1);
        if (blank > length / 2)
        {
            head = head[..blank];
        }
        else if (char.IsHighSurrogate(head[^1]))
        {
            // One long word: cut anywhere, but not through a character.
            head = head[..^1];
        }

        return head.TrimEnd(' ', ',', ';', ':', '«', '\u00A0', '\u202F') + "…";
    }
}
