using System.Globalization;
using System.Text;

namespace Gazetier.Features.Demo;

/// <summary>
/// Draws a cover: the newspaper's name and the number of the issue over one of the drawings. The letters are strokes, for what draws it
/// may have no font.
/// </summary>
internal static class DemoCover
{
    private const double Scale = 7.6;

    private static readonly (string Stroke, double Width)[] Name =
    [
        ("M0 0V14H8", 9.5), ("M0 0L-.6 4", 3.5), ("M8 0H0V14H8M0 7H6.5M3.5-3L6-5.5", 11), ("M10 2.5A7 7 0 1 0 10 11.5", 12.5), ("M0 0V14M9 0V14M0 7H9", 12.5),
        ("M8 0H0V14H8M0 7H6.5", 11), ("M0 0V14H8", 10), ("M14 7A7 7 0 1 0 0 7A7 7 0 1 0 14 7", 17), ("M0 14V0L9 14V0", 9),
    ];

    private static readonly string[] Digits =
    [
        "M3.5 0A3.5 6 0 1 0 3.5 12A3.5 6 0 1 0 3.5 0", "M1.5 2.5L4 0V12", "M.5 3A3.2 3.2 0 1 1 6 5L.5 12H7", "M1 1.5A3.2 3 0 1 1 3.5 6A3.2 3 0 1 1 .7 10.5", "M5 12V0L.5 8.5H7",
        "M6.5 0H1.5L1 5.5A3.3 3.3 0 1 1 .8 10.5", "M5.5 0L1 7M3.7 5.3A3.3 3.3 0 1 0 3.7 12A3.3 3.3 0 1 0 3.7 5.3", "M.5 0H7L2.5 12",
        "M3.5 5.7A2.8 2.8 0 1 0 3.5 0A2.8 2.8 0 1 0 3.5 5.7A3.2 3.2 0 1 0 3.5 12A3.2 3.2 0 1 0 3.5 5.7", "M2 12L6.5 5M3.5 6.7A3.3 3.3 0 1 0 3.5 0A3.3 3.3 0 1 0 3.5 6.7",
    ];

    /// <summary>An SVG of 900 by 1200.</summary>
    /// <param name="drawing">An SVG of the demonstration.</param>
    public static byte[] Draw(int number, string colour, string drawing)
    {
        var inside = drawing[(drawing.IndexOf('>', drawing.IndexOf("<svg", StringComparison.Ordinal)) + 1)..drawing.LastIndexOf("</svg>", StringComparison.Ordinal)];
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 1200\" width=\"900\" height=\"1200\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"900\" height=\"1200\" fill=\"{colour}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"0\" y=\"290\" width=\"900\" height=\"820\" viewBox=\"0 0 1600 900\" preserveAspectRatio=\"xMidYMid slice\">{inside}</svg>");
        svg.Append("<g fill=\"none\" stroke=\"#fdfcf8\" stroke-width=\"2\" stroke-linejoin=\"round\">");
        Write(svg, Name, 76, 108, Scale);
        Write(svg, [.. number.ToString(CultureInfo.InvariantCulture).Select(digit => (Digits[digit - '0'], 9.5))], 76, 1133, 3.6);
        return Encoding.UTF8.GetBytes(svg.Append("</g></svg>").ToString());
    }

    private static void Write(StringBuilder svg, IEnumerable<(string Stroke, double Width)> signs, double x, double y, double scale)
    {
        foreach (var (stroke, width) in signs)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate({x} {y}) scale({scale})\" d=\"{stroke}\"/>");
            x += width * scale;
        }
    }
}
