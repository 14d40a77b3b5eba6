namespace Gazetier.Text;

/// <summary>
/// What stands between two spaces or quotation marks, and whether it is something to leave alone. The signs are such that
/// a part of a token never has one that the whole has not: a space put in never opens the way to another.
/// </summary>
internal readonly record struct FrenchToken(int Start, int End, bool IsAddress, bool IsFile)
{
    public static FrenchToken At(ReadOnlySpan<char> text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && !Separates(text[start - 1]))
        {
            start--;
        }
        while (end < text.Length && !Separates(text[end]))
        {
            end++;
        }
        var token = text[start..end];
        var body = token.TrimStart("([\"“'");
        return new(start, Math.Max(end, at + 1), LooksLikeAddress(token, body), LooksLikeFile(token, body));
    }

    private static bool Separates(char c) => c is '«' or '»' || char.IsWhiteSpace(c);

    private static bool LooksLikeAddress(ReadOnlySpan<char> token, ReadOnlySpan<char> body) =>
        body.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || token.Contains("://", StringComparison.Ordinal)
        || IsAmongLetters(token, '@');

    /// <summary>A path, a name with an ending (budget.pdf) or with underscores, or a short name for a smiley (:smile:).</summary>
    private static bool LooksLikeFile(ReadOnlySpan<char> token, ReadOnlySpan<char> body) =>
        body.StartsWith('/') || body.StartsWith(':') || token.ContainsAny('\\', '_') || IsAmongLetters(token, '.');

    private static bool IsAmongLetters(ReadOnlySpan<char> token, char sign)
    {
        for (var i = 1; i < token.Length - 1; i++)
        {
            if (token[i] == sign && char.IsLetterOrDigit(token[i - 1]) && char.IsLetter(token[i + 1]))
            {
                return true;
            }
        }
        return false;
    }
}
