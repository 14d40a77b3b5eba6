using System.Globalization;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// Tables of data, with headers, in a region that scrolls. A table of one row is layout: its cells become text, as do
/// those of a table inside a cell.
/// </summary>
internal sealed class TableReader(BodyReader reader)
{
    public void Read(IElement element, Flow flow)
    {
        if (Region(element, flow.Place) is { } region)
        {
            flow.AddBlock(region);
        }
        else
        {
            reader.ReadAsBlock(element, flow);
        }
    }

    /// <summary>The table in its region; null where it is layout, or none may stand there.</summary>
    public BodyNode? Region(IElement element, Place place)
    {
        var table = place is { Tables: true, LineOnly: false } ? Table(element, place) : null;
        if (table is null)
        {
            return null;
        }

        var region = new BodyNode("div") { ["class"] = "table", ["role"] = "region", ["tabindex"] = "0" };
        table["id"] = BodyLinks.Id(element.Id);
        region.Add(table);
        return region;
    }

    private BodyNode? Table(IElement element, Place place)
    {
        var head = new List<BodyNode>();
        var rows = new List<BodyNode>();
        foreach (var group in element.Children.Where(child => child.LocalName is "thead" or "tbody" or "tfoot"))
        {
            // Only a head before all rows is a head.
            var target = group.LocalName == "thead" && rows.Count == 0 ? head : rows;
            target.AddRange(group.Children.Where(row => row.LocalName == "tr").Select(row => Row(row, place)));
        }

        TableGrid.Straighten(head);
        TableGrid.Straighten(rows);
        TableHeaders.Mark(head, rows);
        if (head.Count + rows.Count < 2 || !rows.SelectMany(row => row.Children).Any(cell => cell.Name == "td"))
        {
            return null;
        }

        TableGrid.CloseGaps([.. head, .. rows]);
        var table = new BodyNode("table");
        AddCaption(table, element);
        AddGroup(table, "thead", head);
        AddGroup(table, "tbody", rows);
        return table;
    }

    private BodyNode Row(IElement source, Place place)
    {
        var row = new BodyNode("tr");
        foreach (var cell in source.Children.Where(child => child.LocalName is "td" or "th"))
        {
            row.Add(Cell(cell, place));
        }

        return row;
    }

    private BodyNode Cell(IElement source, Place place)
    {
        var isHeader = source.LocalName == "th";
        var cell = new BodyNode(source.LocalName)
        {
            ["colspan"] = Span(source.GetAttribute("colspan"), 100),
            ["rowspan"] = Span(source.GetAttribute("rowspan"), 1000),
            ["scope"] = isHeader && source.GetAttribute("scope") is "col" or "row" ? source.GetAttribute("scope") : null,
        };
        reader.Fill(cell, source, isHeader ? Place.Line : place.InCell());
        ListReader.Unwrap(cell);
        return cell;
    }

    private static string? Span(string? value, int limit) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span > 1
            ? Math.Min(span, limit).ToString(CultureInfo.InvariantCulture)
            : null;

    private void AddCaption(BodyNode table, IElement element)
    {
        if (element.Children.FirstOrDefault(child => child.LocalName == "caption") is { } source)
        {
            var caption = reader.Fill(new BodyNode("caption"), source, Place.Line);
            if (caption.HasContent)
            {
                table.Add(caption);
            }
        }
    }

    private static void AddGroup(BodyNode table, string name, List<BodyNode> rows)
    {
        if (rows.Count > 0)
        {
            table.Add(new BodyNode(name)).Children.AddRange(rows);
        }
    }
}
