using System.Buffers;
using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>A piece of a snippet.</summary>
/// <param name="IsFound">It is what was looked for.</param>
public readonly record struct SnippetPiece(string Text, bool IsFound);

/// <summary>
/// The passage of a text that answers a question best, with what was found in it marked. Only ever given texts that whoever asks may read.
/// Of one question and one thread: what it learned of a word in one hit it knows in the next.
/// </summary>
/// <param name="terms">What is looked for, as <see cref="FrenchTerms"/> writes it.</param>
public sealed class Snippets(IReadOnlySet<string> terms)
{
    /// <summary>Signs of a passage.</summary>
    public const int Length = 260;

    /// <summary>Signs of a text that are looked at.</summary>
    private const int LooksAt = 60_000;

    /// <summary>Words that one term may be made of: "article L. 2121 - 29".</summary>
    private const int WordsOfTerm = 6;

    private readonly Dictionary<string, string[]> _ofWord = new(StringComparer.Ordinal);
    private readonly SearchValues<char> _firstLetters = SearchValues.Create([.. terms.Select(term => term[0])]);
    private readonly bool _hasReferences = terms.Any(HasDigit);

    /// <summary>How many are looked for.</summary>
    public int Terms => terms.Count;

    /// <returns>Empty: none of it stands in the text.</returns>
    public IReadOnlyList<SnippetPiece> Of(string text)
    {
        var best = "";
        var most = 0;
        foreach (var passage in Passages(text.Length > LooksAt ? text[..LooksAt] : text))
        {
            var found = Count(passage);
            if (found > most)
            {
                (best, most) = (passage, found);
                if (most == terms.Count)
                {
                    break;
                }
            }
        }

        return most == 0 ? [] : Mark(French.TypesetText(best));
    }

    /// <summary>The whole of a short text, with what was found marked.</summary>
    public IReadOnlyList<SnippetPiece> Mark(string text)
    {
        var words = text.Split(' ');
        var (pieces, plain) = (new List<SnippetPiece>(), new StringBuilder());
        for (var at = 0; at < words.Length;)
        {
            var length = LengthOfTerm(words, at);
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

    /// <summary>How many of the terms stand in a text.</summary>
    public int Count(string text)
    {
        // A reference may be several words; any other term is within one.
        if (_hasReferences && HasDigit(text))
        {
            return FrenchTerms.Of(text).Where(terms.Contains).Distinct(StringComparer.Ordinal).Count();
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.AsSpan().SplitAny(' ', '\n', '\u00A0', '\u202F'))
        {
            found.UnionWith(Sought(text.AsSpan()[word]));
        }

        return found.Count;
    }

    /// <summary>Those of the terms that a word is, or holds.</summary>
    private string[] Sought(ReadOnlySpan<char> word)
    {
        if (!MayHold(word))
        {
            return [];
        }

        var known = _ofWord.GetAlternateLookup<ReadOnlySpan<char>>();
        return known.TryGetValue(word, out var sought) ? sought : known[word] = [.. FrenchTerms.Of(word.ToString()).Where(terms.Contains)];
    }

    /// <summary>A stem begins as its word does. Most words begin otherwise, and need not be read.</summary>
    private bool MayHold(ReadOnlySpan<char> word)
    {
        var (isInWord, isInNumber) = (false, false);
        foreach (var sign in word)
        {
            var (isLetter, isDigit) = (char.IsLetterOrDigit(sign), char.IsAsciiDigit(sign));
            // A number begins within a word, too: "no2016-1321".
            if (isLetter && (!isInWord || (isDigit && !isInNumber)) && (!char.IsAscii(sign) || _firstLetters.Contains(char.ToLowerInvariant(sign))))
            {
                return true;
            }

            (isInWord, isInNumber) = (isLetter, isDigit);
        }

        return false;
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

    private int LengthOfTerm(string[] words, int at)
    {
        if (Sought(words[at]).Length > 0)
        {
            return 1;
        }

        for (var length = 2; _hasReferences && length <= Math.Min(WordsOfTerm, words.Length - at); length++)
        {
            var together = HasDigit(words[at + length - 1]) ? FrenchTerms.Of(string.Join(' ', words[at..(at + length)])) : [];
            // All must make the term together: none of them is it alone.
            if (together.Count == 1 && terms.Contains(together[0]) && words[(at + 1)..(at + length)].All(word => Sought(word).Length == 0))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

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
