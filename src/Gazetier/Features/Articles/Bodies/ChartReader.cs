using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Gazetier.Features.Charts;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// A table that is drawn: <c>figure.chart</c> with its kind, the address of its drawing, its caption and the table itself. The
/// drawing is named anew at each pass, by what is in the table; a table that cannot be drawn stands alone.
/// </summary>
internal sealed class ChartReader(BodyReader reader, TableReader tables)
{
    /// <summary>Where the window is no wider, the narrow drawing is shown.</summary>
    private const string Phone = "(max-width: 36rem)";

    /// <returns>False where the figure holds no table of data.</returns>
    public bool Read(IElement element, Flow flow)
    {
        var source = flow.Place is { LineOnly: false, Tables: true } && element.ClassList.Contains("chart") ? element.QuerySelector("table") : null;
        if (source is null || tables.Region(source, flow.Place) is not { } region)
        {
            return false;
        }

        var kind = ChartKinds.FromCode(element.GetAttribute("data-kind")) ?? ChartKind.Columns;
        var figure = new BodyNode("figure") { ["id"] = BodyLinks.Id(element.Id), ["class"] = "chart", ["data-kind"] = kind.Code() };
        var said = element.QuerySelector("figcaption");
        var caption = said is null ? null : reader.Fill(new BodyNode("figcaption"), said, Place.Line);
        AddDrawing(figure, kind, caption is null ? "" : TextOf(caption), region);
        if (caption is { HasContent: true })
        {
            figure.Add(caption);
        }

        figure.Add(region);
        flow.AddBlock(figure);
        ReadRest(element, source, said, flow);
        return true;
    }

    private static void AddDrawing(BodyNode figure, ChartKind kind, string caption, BodyNode region)
    {
        var rows = region.Descendants().Where(node => node.Name == "tr").ToList();
        List<IReadOnlyList<string>> cells = [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Children.Select(TextOf)])];
        if (rows.SelectMany(row => row.Children).Any(cell => cell["colspan"] is not null || cell["rowspan"] is not null)
            || ReadChart.Of(kind, cells).Chart is not { } chart)
        {
            return;
        }

        var key = Chart.KeyOf(kind, caption, cells);
        var picture = figure.Add(new BodyNode("picture"));
        var narrow = picture.Add(new BodyNode("source") { ["media"] = Phone, ["srcset"] = ChartFiles.AddressOf(key, isNarrow: true), ["type"] = "image/svg+xml" });
        Measure(narrow, DrawChart.SizeOf(chart, isNarrow: true));
        var image = picture.Add(new BodyNode("img") { ["src"] = ChartFiles.AddressOf(key, isNarrow: false), ["alt"] = chart.AlternativeText(caption), ["loading"] = "lazy", ["decoding"] = "async" });
        Measure(image, DrawChart.SizeOf(chart, isNarrow: false));
    }

    private static void Measure(BodyNode node, (int Width, int Height) size)
    {
        node["width"] = size.Width.ToString(CultureInfo.InvariantCulture);
        node["height"] = size.Height.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What else stood in the figure follows in the text.</summary>
    private void ReadRest(IElement element, IElement table, IElement? caption, Flow flow)
    {
        foreach (var child in element.ChildNodes.Where(child => child is not IElement { LocalName: "img" or "picture" } && !child.Contains(table) && (caption is null || !child.Contains(caption))))
        {
            reader.Read(child, flow);
        }

        flow.Border();
    }

    private static string TextOf(BodyNode node)
    {
        var text = new StringBuilder();
        Collect(node, text);
        return BodyReader.Line(text.ToString());
    }

    private static void Collect(BodyNode node, StringBuilder text)
    {
        if (node.Text is not null)
        {
            text.Append(node.Text);
        }

        foreach (var child in node.Children)
        {
            // A break or a paragraph parts words.
            text.Append(child.Name == "br" || BodyNames.IsBlock(child.Name) ? " " : "");
            Collect(child, text);
        }
    }
}
