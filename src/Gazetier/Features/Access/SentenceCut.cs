using Gazetier.Text;

namespace Gazetier.Features.Access;

/// <summary>Finds sentence borders in French prose: not after "M.", "art.", "L. 2121-29", "n°", nor inside "3.5". Pure.</summary>
public static class SentenceCut
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Me", "St", "Ste", "art", "al", "p", "pp", "cf", "vol", "chap", "fig", "ex",
        "env", "av", "bd", "tél", "éd", "n", "no", "min", "max", "hab", "L", "R", "D", "LO", "A", "C", "CE", "CAA", "TA", "req", "s",
    };

    /// <summary>
    /// The number of characters to leave open so that about <paramref name="wanted"/> words are, and at most
    /// <paramref name="most"/>; null when no border allows it.
    /// </summary>
    public static int? Offset(string text, int wanted, int most)
    {
        int? best = null;
        var bestDistance = int.MaxValue;
        foreach (var border in Borders(text))
        {
            var words = Words.Count(text[..border]);
            if (words == 0 || words > most)
            {
                continue;
            }

            var distance = Math.Abs(words - wanted);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (border, distance);
            }
        }

        return best;
    }

    /// <summary>Offsets just after each sentence, the blank that follows it included.</summary>
    public static IEnumerable<int> Borders(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('.' or '!' or '?' or '…') || (text[at] == '.' && IsInside(text, at)))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (text[end] is '.' or '!' or '?' or '…' or '»' or '”' or ')' or '"' || (char.IsWhiteSpace(text[end]) && IsClosing(text, end + 1))))
            {
                end++;
            }

            if (end == text.Length || (char.IsWhiteSpace(text[end]) && Starts(text, end)))
            {
                while (end < text.Length && char.IsWhiteSpace(text[end]))
                {
                    end++;
                }

                yield return end;
                at = end - 1;
            }
        }
    }

    /// <summary>Whether the blank before <paramref name="at"/> belongs to a closing quotation mark or more punctuation.</summary>
    private static bool IsClosing(string text, int at) => at < text.Length && text[at] is '»' or '!' or '?';

    /// <summary>A sentence starts with a capital, a figure, or an opening mark.</summary>
    private static bool Starts(string text, int blank)
    {
        var next = blank;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next == text.Length || char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '«' or '“' or '"' or '(' or '–' or '—' or '-' or '[';
    }

    private static bool IsInside(string text, int dot)
    {
        if (dot > 0 && dot + 1 < text.Length && char.IsLetterOrDigit(text[dot - 1]) && char.IsLetterOrDigit(text[dot + 1]))
        {
            return true;
        }

        var start = dot;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text[start..dot];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]));
    }
}
