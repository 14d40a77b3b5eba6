using System.Globalization;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Lists hold entries and nothing else; what stands between entries becomes one, or belongs to the one before.</summary>
internal sealed class ListReader(BodyReader reader)
{
    public void Read(IElement element, Flow flow)
    {
        if (!flow.Place.MayNest)
        {
            reader.ReadAsBlock(element, flow);
            return;
        }

        var isOrdered = element.LocalName == "ol";
        var list = new BodyNode(isOrdered ? "ol" : "ul") { ["start"] = isOrdered ? Start(element) : null };
        AddEntries(list, element, flow.Place.InEntry());
        list.Children.RemoveAll(entry => !entry.HasContent);
        list.Children.ForEach(Unwrap);
        if (list.Children.Count > 0)
        {
            flow.AddBlock(list);
        }
    }

    public void ReadDefinitions(IElement element, Flow flow)
    {
        var list = flow.Place.MayNest ? Definitions(element, flow.Place) : null;
        if (list is null)
        {
            reader.ReadAsBlock(element, flow);
        }
        else
        {
            flow.AddBlock(list);
        }
    }

    /// <summary>A lone paragraph adds nothing to an entry or a cell but space.</summary>
    public static void Unwrap(BodyNode entry)
    {
        if (entry.Children is [{ Name: "p" } paragraph] && (entry["id"] is null || paragraph["id"] is null))
        {
            entry["id"] ??= paragraph["id"];
            entry.Children.Clear();
            entry.Children.AddRange(paragraph.Children);
        }
    }

    private static string? Start(IElement element) =>
        int.TryParse(element.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start)
        && start is not 1 and > -10_000 and < 1_000_000
            ? start.ToString(CultureInfo.InvariantCulture)
            : null;

    private void AddEntries(BodyNode list, IElement element, Place place)
    {
        BodyNode? entry = null;
        Flow? stray = null;
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } source)
            {
                stray?.Finish();
                stray = null;
                entry = reader.Fill(list.Add(new BodyNode("li")), source, place);
            }
            else if (entry is not null && stray is null && child is IElement { LocalName: "ul" or "ol" })
            {
                var end = new Flow(entry, place);
                reader.Read(child, end);
                end.Finish();
            }
            else if (stray is not null || child is not IText text || !string.IsNullOrWhiteSpace(text.Data))
            {
                stray ??= new Flow(entry = list.Add(new BodyNode("li")), place);
                reader.Read(child, stray);
            }
        }

        stray?.Finish();
    }

    // Terms, then what they mean, and so on; a list that is not so is read as plain text.
    private BodyNode? Definitions(IElement element, Place place)
    {
        var list = new BodyNode("dl");
        if (!AddDefinitions(list, element, place))
        {
            return null;
        }

        list.Children.RemoveAll(entry => !entry.HasContent);
        list.Children.ForEach(Unwrap);
        return list.Children is [{ Name: "dt" }, .., { Name: "dd" }] ? list : null;
    }

    private bool AddDefinitions(BodyNode list, IElement element, Place place)
    {
        foreach (var child in element.ChildNodes)
        {
            var isRight = child switch
            {
                IElement { LocalName: "dt" } term => Add(list, term, Place.Line),
                IElement { LocalName: "dd" } meaning => Add(list, meaning, place.InEntry()),
                IElement { LocalName: "div" } group => AddDefinitions(list, group, place),
                IElement other => BodyNames.IsDropped(other),
                _ => string.IsNullOrWhiteSpace(child.TextContent),
            };
            if (!isRight)
            {
                return false;
            }
        }

        return true;
    }

    private bool Add(BodyNode list, IElement source, Place place)
    {
        list.Add(reader.Fill(new BodyNode(source.LocalName), source, place));
        return true;
    }
}
