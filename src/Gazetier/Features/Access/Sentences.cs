using System.Collections.Frozen;

namespace Gazetier.Features.Access;

/// <summary>Where French sentences end. It would rather miss an end than cut « M. Dupont » in two.</summary>
internal static class Sentences
{
    /// <summary>Stands in a text for what is neither sign nor letter: the call of a footnote.</summary>
    public const char Aside = '\uFFFC';

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new[]
    {
        "al", "ann", "apr", "art", "av", "bd", "bull", "cf", "ch", "chap", "col", "coll", "coord", "dir", "dr", "éd", "env",
        "etc", "ex", "fasc", "fig", "hab", "ibid", "id", "inf", "loc", "max", "me", "mgr", "min", "mm", "mr", "nb", "nos",
        "obs", "op", "cit", "par", "pp", "préc", "pr", "rec", "réf", "req", "st", "ste", "suiv", "sq", "tél", "tom", "vol",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where the space at <paramref name="at"/> stands between two sentences, outside « ».</summary>
    public static bool EndBefore(ReadOnlySpan<char> text, int at)
    {
        var next = text[at..].TrimStart();
        if (next.IsEmpty || !Starts(next[0]))
        {
            return false;
        }

        var before = text[..at].TrimEnd(" \u00A0\u202F»”\")]’" + Aside);
        return before.Length > 0 && before[^1] switch
        {
            '!' or '?' or '…' => true,
            '.' => !IsAbbreviation(before[..^1], text[..at].Length == before.Length),
            _ => false,
        };
    }

    private static bool Starts(char c) => char.IsUpper(c) || char.IsDigit(c) || c is '«' or '“' or '"' or '—' or '–' or '(' or '[';

    private static bool IsAbbreviation(ReadOnlySpan<char> before, bool isBare)
    {
        if (before.EndsWith(".."))
        {
            return false;
        }

        var start = before.Length;
        while (start > 0 && char.IsLetterOrDigit(before[start - 1]))
        {
            start--;
        }

        var word = before[start..];
        var isFirst = before[..start].Trim().IsEmpty;
        return word.IsEmpty
            ? isBare
            : word.Length == 1 && char.IsLetter(word[0])
                || isFirst && char.IsDigit(word[0])
                || Abbreviations.Contains(word);
    }
}
