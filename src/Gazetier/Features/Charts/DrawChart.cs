using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Charts;

/// <summary>
/// Draws a chart as SVG, for a column of text or for a phone: an image inside a page cannot see how wide it is shown, nor the page's
/// colours; so there are two, and each knows the light and the dark. Pure: the same chart is the same bytes.
/// </summary>
public static class DrawChart
{
    /// <summary>Its hash stands in the policy under which drawings are sent, since a style inside a file is an inline one.</summary>
    private const string Style =
        "text{font-family:system-ui,'Segoe UI',Roboto,Arial,sans-serif;font-size:13px}" +
        ".p{fill:#fdfcf8}.t{fill:#1b1916}.m{fill:#5d574d}.g{stroke:#d8d2c5}.z{stroke:#1b1916}.l{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}" +
        ".f1{fill:#a3241b}.f2{fill:#1f5f8b}.f3{fill:#3f7d3a}.f4{fill:#8a5a00}.f5{fill:#6a3d8f}.f6{fill:#00727a}.f7{fill:#b0477a}.f8{fill:#57534b}" +
        ".l1{stroke:#a3241b}.l2{stroke:#1f5f8b;stroke-dasharray:9 4}.l3{stroke:#3f7d3a;stroke-dasharray:2 4}.l4{stroke:#8a5a00;stroke-dasharray:9 4 2 4}" +
        ".l5{stroke:#6a3d8f}.l6{stroke:#00727a;stroke-dasharray:9 4}.l7{stroke:#b0477a;stroke-dasharray:2 4}.l8{stroke:#57534b;stroke-dasharray:9 4 2 4}" +
        "@media (prefers-color-scheme:dark){.p{fill:#171614}.t{fill:#ebe6dc}.m{fill:#b0a89b}.g{stroke:#3b3832}.z{stroke:#ebe6dc}" +
        ".f1{fill:#f08d7f}.f2{fill:#7db8e0}.f3{fill:#8fca86}.f4{fill:#e0b45c}.f5{fill:#c3a1e6}.f6{fill:#6cc9cf}.f7{fill:#e895bd}.f8{fill:#b8b2a6}" +
        ".l1{stroke:#f08d7f}.l2{stroke:#7db8e0}.l3{stroke:#8fca86}.l4{stroke:#e0b45c}.l5{stroke:#c3a1e6}.l6{stroke:#6cc9cf}.l7{stroke:#e895bd}.l8{stroke:#b8b2a6}}";

    /// <summary>The source expression of a policy that lets this style in and no other.</summary>
    public static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    /// <summary>Pixels, before it is scaled to the page.</summary>
    public static (int Width, int Height) SizeOf(Chart chart, bool isNarrow)
    {
        var layout = new ChartLayout(chart, isNarrow);
        return ((int)layout.Width, (int)Math.Ceiling(layout.Height));
    }

    /// <param name="title">What a screen reader says of the file, where it is opened by itself.</param>
    public static byte[] Run(Chart chart, string title, bool isNarrow) => Xml.Write(xml =>
    {
        var layout = new ChartLayout(chart, isNarrow);
        xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        xml.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {layout.Width} {Math.Ceiling(layout.Height)}"));
        xml.WriteAttributeString("width", layout.Width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", Math.Ceiling(layout.Height).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("role", "img");
        xml.Text("title", title.Length > 0 ? title : "Graphique");
        xml.WriteElementString("style", Style);
        var pen = new Pen(xml);
        pen.Rectangle(0, 0, layout.Width, layout.Height, "p");
        DrawLegend(pen, layout);
        switch (chart.Kind)
        {
            case ChartKind.Bars:
                DrawBars.Run(pen, layout);
                break;
            case ChartKind.Lines:
                DrawLines.Run(pen, layout);
                break;
            default:
                DrawColumns.Run(pen, layout);
                break;
        }

        xml.WriteEndElement();
    });

    private static void DrawLegend(Pen pen, ChartLayout layout)
    {
        foreach (var (name, number, x, y) in layout.Legend)
        {
            if (layout.Chart.Kind == ChartKind.Lines)
            {
                pen.Line(x, y - 4, x + ChartLayout.Sample, y - 4, $"l l{number}");
            }
            else
            {
                pen.Rectangle(x, y - 11, 12, 12, $"f{number}");
            }

            pen.Text(name, x + ChartLayout.Sample + 6, y);
        }
    }
}
