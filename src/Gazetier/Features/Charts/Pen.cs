using System.Globalization;
using System.Xml;
using Gazetier.Text;

namespace Gazetier.Features.Charts;

/// <summary>Writes the few shapes that charts are made of. Lengths in pixels, one decimal.</summary>
internal sealed class Pen(XmlWriter xml)
{
    /// <summary>Pixels of a letter, on average, of text of one pixel: of a sans serif, a little on the safe side.</summary>
    private const double Letter = 0.56;

    public static double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? Letter : 1) * size;

    public void Rectangle(double x, double y, double width, double height, string classes)
    {
        Start("rect", classes);
        Length("x", x);
        Length("y", y);
        Length("width", Math.Max(0, width));
        Length("height", Math.Max(0, height));
        xml.WriteEndElement();
    }

    public void Line(double x1, double y1, double x2, double y2, string classes)
    {
        Start("line", classes);
        Length("x1", x1);
        Length("y1", y1);
        Length("x2", x2);
        Length("y2", y2);
        xml.WriteEndElement();
    }

    public void Path(IReadOnlyList<(double X, double Y)> points, string classes)
    {
        Start("polyline", classes);
        xml.WriteAttributeString("points", string.Join(' ', points.Select(point => $"{Written(point.X)},{Written(point.Y)}")));
        xml.WriteEndElement();
    }

    public void Dot(double x, double y, double radius, string classes)
    {
        Start("circle", classes);
        Length("cx", x);
        Length("cy", y);
        Length("r", radius);
        xml.WriteEndElement();
    }

    /// <param name="anchor">start, middle or end.</param>
    /// <param name="turned">Degrees, around its own point.</param>
    public void Text(string text, double x, double y, string anchor = "start", string classes = "t", int turned = 0)
    {
        Start("text", classes);
        Length("x", x);
        Length("y", y);
        xml.WriteAttributeString("text-anchor", anchor);
        if (turned != 0)
        {
            xml.WriteAttributeString("transform", $"rotate({turned} {Written(x)} {Written(y)})");
        }

        xml.WriteString(Printable.Only(text));
        xml.WriteEndElement();
    }

    /// <summary>The text in at most so many pixels.</summary>
    public static string Fit(string text, double width, double size)
    {
        var letters = (int)(width / (Letter * size));
        return WidthOf(text, size) <= width || text.Length <= 3 ? text : Plain.Shorten(text, Math.Max(3, Math.Min(letters, text.Length - 1)));
    }

    private static string Written(double length) => Math.Round(length, 1).ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    private void Start(string name, string classes)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("class", classes);
    }

    private void Length(string name, double length) => xml.WriteAttributeString(name, Written(length));
}
