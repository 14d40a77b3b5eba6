namespace Gazetier.Features.Organisations;

/// <summary>
/// The number of an establishment in the French register (14 figures: the SIREN of who it belongs to, and five of its own). Checked by
/// the sum of Luhn; La Poste's establishments have run out of such numbers and are checked by the plain sum.
/// </summary>
public static class Siret
{
    public const int Length = 14;

    private const string LaPoste = "356000000";

    /// <summary>The fourteen figures of what somebody typed, "213 502 388 00019" too. Null: it is none, or a figure is wrong.</summary>
    public static string? Read(string? typed)
    {
        var figures = new string([.. (typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-' or '\u202F'))]);
        return figures.Length == Length && figures.All(char.IsAsciiDigit) && IsRight(figures) ? figures : null;
    }

    /// <summary>The nine figures of who the establishment belongs to.</summary>
    public static string Siren(string siret) => siret[..9];

    /// <summary>As letters write it: "213 502 388 00019".</summary>
    public static string Write(string siret) => $"{siret[..3]}\u00A0{siret[3..6]}\u00A0{siret[6..9]}\u00A0{siret[9..]}";

    private static bool IsRight(string figures) =>
        figures.Any(figure => figure != '0') && (Luhn(figures) % 10 == 0 || (figures.StartsWith(LaPoste, StringComparison.Ordinal) && figures.Sum(figure => figure - '0') % 5 == 0));

    private static int Luhn(string figures)
    {
        var sum = 0;
        for (var i = 0; i < figures.Length; i++)
        {
            var figure = (figures[^(i + 1)] - '0') * (1 + (i % 2));
            sum += figure > 9 ? figure - 9 : figure;
        }

        return sum;
    }
}
