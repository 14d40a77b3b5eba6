using System.Globalization;
using System.Text.RegularExpressions;

namespace Gazetier.Features.LegalTexts;

/// <summary>The European identifier of a ruling (Council conclusions 2011/C 127/01): country, court, year, ordinal. Pure.</summary>
public sealed partial record Ecli(string Country, string Court, int Year, string Ordinal)
{
    /// <summary>Reads it as people write it, with small letters and blanks; null where it is none.</summary>
    public static Ecli? Read(string? written)
    {
        var text = Blanks().Replace(written ?? "", "").ToUpperInvariant();
        return Form().Match(text) is { Success: true } match
            ? new Ecli(match.Groups["country"].Value, match.Groups["court"].Value, int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), match.Groups["ordinal"].Value)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ECLI:{Country}:{Court}:{Year:0000}:{Ordinal}");

    [GeneratedRegex(@"^ECLI:(?<country>[A-Z]{2}):(?<court>[A-Z][A-Z0-9]{0,6}):(?<year>[12][0-9]{3}):(?<ordinal>[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
