using System.Globalization;

namespace Gazetier.Text;

/// <summary>The characters, units, abbreviations and endings that the rules of French typography know.</summary>
internal static class FrenchWords
{
    private const int LongestAbbreviation = 5;
    private const int LongestUnit = 9;

    // Longer numbers before an "e" are fingerprints and identifiers, not ranks.
    private const int LongestRank = 4;

    public static bool IsNoBreak(char c) => c is '\u00A0' or '\u202F';

    public static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    public static bool MayPrecedeMark(char c) =>
        IsWord(c) || c is '»' or '”' or '’' or '"' or '\'' or ')' or ']' or '%' or '€' or '°' or '…' or '.';

    /// <summary>Loud marks (! ?) may be closed by a bracket; after ; and : a bracket or a dash would make a face.</summary>
    public static bool MayFollowMark(char c, bool loud) => char.IsWhiteSpace(c) || c is '«' or '»' or '"' or '“' or '”'
        || (loud && c is ')' or ']' or '\'' or '’' or '.' or '…');

    /// <summary>The no-break space between a number and what follows it (thousands, a unit), or '\0'.</summary>
    public static char AfterNumber(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => after[0] switch
    {
        '%' or '‰' => '\u202F',
        '€' or '$' or '£' or '°' => '\u00A0',
        >= '0' and <= '9' => IsThousand(before, after) ? '\u202F' : '\0',
        _ => IsUnit(after) ? '\u00A0' : '\0',
    };

    /// <summary>Whether this word before a space must stay with what follows. "L." is a part of a code only before a number.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> before, char after)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start <= LongestAbbreviation
            && (char.IsLetter(before[start - 1]) || before[start - 1] is '.' or '…' or '°' or 'º' or '§'))
        {
            start--;
        }
        if (start > 0 && (IsWord(before[start - 1]) || before[start - 1] is '-' or '@' or '_'))
        {
            return false;
        }
        return before[start..] switch
        {
            "n°" or "N°" or "nº" or "Nº" or "§" or "art." or "Art." => IsWord(after),
            "p." or "pp." or "al." or "chap." or "L." or "R." or "D." or "A." or "LO." or "L.O." => char.IsAsciiDigit(after),
            "M." or "MM." or "Mme" or "Mmes" or "Mlle" or "Mlles" => char.IsLetter(after),
            "Me" or "Dr" or "Pr" => char.IsUpper(after),
            _ => false,
        };
    }

    /// <summary>The length of the ending of a rank (1er, 1re, 2e, 2nde, 21e) whose digits are given, or 0.</summary>
    public static int OrdinalEnding(ReadOnlySpan<char> text, int start, int end)
    {
        var letters = 0;
        while (letters < 4 && end + letters < text.Length && char.IsAsciiLetterLower(text[end + letters]))
        {
            letters++;
        }
        var known = text.Slice(end, letters) switch
        {
            "er" or "re" or "ers" or "res" => text[start..end] is "1",
            "nd" or "nde" or "nds" or "ndes" => text[start..end] is "2",
            "e" or "es" => text[start] != '0' && text[start..end] is not "1" && end - start <= LongestRank,
            _ => false,
        };
        return known && StandsAlone(text, start, end + letters) ? letters : 0;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '«' or '"' or '“' or '\'' or '’' or '/' or '-' or '–' or '—')
            && !IsWord(after) && after is not ('_' or '@') && !(before == '-' && after == '-');
    }

    private static bool IsThousand(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var tail = before[Math.Max(0, before.Length - 4)..];
        var digits = tail.Length - 1 - tail.LastIndexOfAnyExceptInRange('0', '9');
        return digits <= 3 && after.Length >= 3 && !after[..3].ContainsAnyExceptInRange('0', '9')
            && (after.Length == 3 || !char.IsAsciiDigit(after[3]));
    }

    private static bool IsUnit(ReadOnlySpan<char> after)
    {
        var length = 0;
        while (length <= LongestUnit && length < after.Length && IsWord(after[length]))
        {
            length++;
        }
        var next = length == after.Length ? ' ' : after[length];
        return after[..length] switch
        {
            "k" or "M" or "Md" => next == '€',
            "km" or "hm" or "m" or "dm" or "cm" or "mm" or "ha" or "t" or "kg" or "g" or "mg" or "hl" or "l" or "L" or "cl"
                or "ml" or "h" or "min" or "s" or "ms" or "W" or "kW" or "MW" or "GW" or "kWh" or "MWh" or "GWh" or "TWh"
                or "V" or "kV" or "Hz" or "dB" or "Ko" or "Mo" or "Go" or "To" or "ko" or "Mbit" or "euro" or "euros"
                or "million" or "millions" or "milliard" or "milliards" => next is not ('\'' or '’'),
            _ => false,
        };
    }
}
