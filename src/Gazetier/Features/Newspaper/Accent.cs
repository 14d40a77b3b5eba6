using System.Globalization;

namespace Gazetier.Features.Newspaper;

/// <summary>A colour as settings name it: "#a3241b", or short "#a32".</summary>
public readonly record struct Accent(byte Red, byte Green, byte Blue)
{
    /// <summary>The paper that it stands on by day.</summary>
    public static readonly Accent Paper = new(0xfd, 0xfc, 0xf8);

    /// <summary>What text needs against its ground (WCAG 1.4.3).</summary>
    public const double Readable = 4.5;

    /// <summary>"a3241b.css".</summary>
    public string FileName => ToString()[1..] + ".css";

    /// <summary>Null where it is no colour; the empty text is none.</summary>
    public static Accent? Parse(string? text)
    {
        var digits = text is ['#', .. var rest] ? rest : "";
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit)
            ? new Accent(Part(digits, 0), Part(digits, 2), Part(digits, 4))
            : null;
    }

    /// <summary>From 1 to 21, as WCAG computes it.</summary>
    public double ContrastWith(Accent other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + .05) / (Math.Min(one, two) + .05);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255d;
        return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
    }

    private static byte Part(string digits, int at) => byte.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
