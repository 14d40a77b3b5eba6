using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>A piece of a snippet.</summary>
/// <param name="IsFound">It is what was looked for.</param>
public readonly record struct SnippetPiece(string Text, bool IsFound);

/// <summary>The passage of a text that answers a question best, with what was found in it marked. Pure; only ever given texts that whoever asks may read.</summary>
public static class Snippet
{
    /// <summary>Signs of a passage.</summary>
    public const int Length = 260;

    /// <summary>Signs of a text that are looked at.</summary>
    private const int LooksAt = 60_000;

    /// <summary>Words that one term may be made of: "art. L. 2121-29".</summary>
    private const int WordsOfTerm = 3;

    /// <returns>Empty: none of it stands in the text.</returns>
    public static IReadOnlyList<SnippetPiece> Of(string text, IReadOnlySet<string> terms)
    {
        var best = "";
        var most = 0;
        foreach (var passage in Passages(text.Length > LooksAt ? text[..LooksAt] : text))
        {
            var found = FrenchTerms.Of(passage).Where(terms.Contains).Distinct(StringComparer.Ordinal).Count();
            if (found > most)
            {
                (best, most) = (passage, found);
                if (most == terms.Count)
                {
                    break;
                }
            }
        }

        return most == 0 ? [] : Mark(best, terms);
    }

    /// <summary>The whole of a short text, with what was found marked.</summary>
    public static IReadOnlyList<SnippetPiece> Mark(string text, IReadOnlySet<string> terms)
    {
        var words = text.Split(' ');
        var (pieces, plain) = (new List<SnippetPiece>(), new StringBuilder());
        for (var at = 0; at < words.Length;)
        {
            var length = LengthOfTerm(words, at, terms);
            if (length == 0)
            {
                plain.Append(words[at++]).Append(' ');
                continue;
            }

            var (before, found, after) = Bare(string.Join(' ', words[at..(at + length)]));
            Add(pieces, plain.Append(before));
            pieces.Add(new SnippetPiece(found, true));
            plain.Append(after).Append(' ');
            at += length;
        }

        Add(pieces, plain);
        return pieces;
    }

    /// <summary>What stands around it (a bracket, a comma) is not what was found.</summary>
    private static (string Before, string Found, string After) Bare(string words)
    {
        var (from, to) = (0, words.Length);
        while (from < to && !char.IsLetterOrDigit(words[from]))
        {
            from++;
        }

        while (to > from && !char.IsLetterOrDigit(words[to - 1]))
        {
            to--;
        }

        return from == to ? ("", words, "") : (words[..from], words[from..to], words[to..]);
    }

    private static int LengthOfTerm(string[] words, int at, IReadOnlySet<string> terms)
    {
        for (var length = 1; length <= Math.Min(WordsOfTerm, words.Length - at); length++)
        {
            var together = FrenchTerms.Of(string.Join(' ', words[at..(at + length)]));
            // Of several words, all must make the term together: none of them is it alone.
            var isTerm = together.Count == 1 && terms.Contains(together[0])
                && (length == 1 || !words[at..(at + length)].Any(word => FrenchTerms.Of(word).Contains(together[0], StringComparer.Ordinal)));
            if (isTerm || (length == 1 && together.Any(terms.Contains)))
            {
                return length;
            }
        }

        return 0;
    }

    private static void Add(List<SnippetPiece> pieces, StringBuilder plain)
    {
        var text = plain.ToString();
        plain.Clear();
        if (text.Length > 0)
        {
            pieces.Add(new SnippetPiece(text, false));
        }
    }

    /// <summary>Sentences, put together until they are as long as a passage; a longer one is cut.</summary>
    private static IEnumerable<string> Passages(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(at + Length, text.Length);
            if (end < text.Length)
            {
                var stop = text.LastIndexOfAny(['.', '!', '?', '\n'], end - 1, end - at - (Length / 3));
                var blank = stop < 0 ? text.LastIndexOf(' ', end - 1, end - at) : stop;
                end = blank > at ? blank + 1 : end;
            }

            if (text[at..end].Trim().TrimStart('»', '.', ',', ';', ':', ')', ' ', '\u00A0', '\u202F') is { Length: > 0 } passage)
            {
                yield return end == text.Length || passage[^1] is '.' or '!' or '?' or '…' or '»' ? passage : passage + "…";
            }

            at = end;
        }
    }
}
