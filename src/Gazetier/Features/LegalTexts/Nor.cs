using System.Text.RegularExpressions;

namespace Gazetier.Features.LegalTexts;

/// <summary>
/// The number that every text of the Journal officiel has: three letters of the ministry, one of the directorate, two figures of the
/// year, five of the order, one letter of the nature. Pure.
/// </summary>
public static partial class Nor
{
    /// <summary>Twelve signs in capitals; null where it is none.</summary>
    public static string? Read(string? written)
    {
        var text = Between().Replace(written ?? "", "").ToUpperInvariant();
        text = text.StartsWith("NOR", StringComparison.Ordinal) && text.Length > 12 ? text[3..].TrimStart(':') : text;
        return Form().IsMatch(text) ? text : null;
    }

    [GeneratedRegex(@"^[A-Z]{4}[0-9]{7}[A-Z]\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"[\s/-]+", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
