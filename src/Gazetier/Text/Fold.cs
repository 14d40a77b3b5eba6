using System.Globalization;
using System.Text;

namespace Gazetier.Text;

/// <summary>
/// Text folded for comparison, the same on both databases and on every machine: « Œuvre d'Été » and
/// "oeuvre d’ete" are one. Folding twice changes nothing.
/// </summary>
public static class Fold
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>
    /// Lower case without accents; ligatures opened; apostrophes straight; every space an ordinary space; no control characters, of which
    /// PostgreSQL takes no NUL: whoever searches folds first.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Twice: a compatibility character may decompose into a capital, and a lower-cased one into a mark.
        return Once(Once(text));
    }

    /// <summary>
    /// An e-mail address in the one form we store and compare: trimmed, NFC, lower case, the domain in ASCII (IDNA).
    /// What is not an address comes back lower-cased; whether it is one is for the form to say.
    /// </summary>
    public static string Email(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var folded = Lower(WellFormed(address).Trim().Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormC);
        var at = folded.LastIndexOf('@');
        return at < 0 ? folded : string.Concat(folded.AsSpan(0, at + 1), Domain(folded[(at + 1)..]));
    }

    /// <summary>The text with lone surrogates and U+FFFE replaced: normalising throws on them.</summary>
    internal static string WellFormed(string text)
    {
        if (text.Contains('\uFFFE', StringComparison.Ordinal))
        {
            text = text.Replace('\uFFFE', '\uFFFD');
        }

        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune);
        }

        return clean.ToString();
    }

    private static string Once(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            Append(folded, c);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'œ': folded.Append("oe"); break;
            case 'æ': folded.Append("ae"); break;
            case 'ß': folded.Append("ss"); break;
            case 'þ': folded.Append("th"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ħ': folded.Append('h'); break;
            case 'ı': folded.Append('i'); break;
            case '\u2018' or '\u2019' or '\u02BC' or '\u2032': folded.Append('\''); break;
            default: AppendOrdinary(folded, c); break;
        }
    }

    private static void AppendOrdinary(StringBuilder folded, char c)
    {
        if (char.IsWhiteSpace(c))
        {
            folded.Append(' ');
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control))
        {
            folded.Append(c);
        }
    }

    private static string Domain(string domain)
    {
        try
        {
            return Lower(Idn.GetAscii(domain));
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    private static string Lower(string text) => text.ToLowerInvariant();
}
