using System.Text;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Reads the parsed source and builds the body anew, from the vocabulary and nothing else.</summary>
internal sealed class BodyReader
{
    private readonly ChartReader _charts;
    private readonly FigureReader _figures;
    private readonly ListReader _lists;
    private readonly MediaReader _media;
    private readonly SectionReader _sections;
    private readonly TableReader _tables;

    public BodyReader()
    {
        _tables = new TableReader(this);
        _charts = new ChartReader(this, _tables);
        _media = new MediaReader(this);
        _figures = new FigureReader(this);
        _lists = new ListReader(this);
        _sections = new SectionReader(this);
    }

    /// <summary>A value of an attribute: one line, without control characters.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or '\r' || BodyText.IsAllowed(rune))
            {
                line.Append(rune.Value is '\n' or '\t' or '\r' ? " " : rune.ToString());
            }
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public BodyNode Read(IElement body) => Fill(new BodyNode("body"), body, Place.Root);

    /// <summary>Fills a node of the body with what an element of the source holds.</summary>
    public BodyNode Fill(BodyNode node, IElement source, Place place)
    {
        node["id"] = BodyLinks.Id(source.Id);
        var flow = new Flow(node, place);
        Walk(source, flow);
        flow.Finish();
        return node;
    }

    public void Read(INode node, Flow flow)
    {
        if (node is IText text)
        {
            flow.AddText(text.Data);
        }
        else if (node is IElement element && !BodyNames.IsDropped(element))
        {
            ReadElement(element, flow);
        }
    }

    /// <summary>An element whose mark goes and whose text stays, in paragraphs of its own.</summary>
    public void ReadAsBlock(IElement element, Flow flow)
    {
        flow.StartParagraphs();
        AddAnchor(element, flow);
        Walk(element, flow);
        flow.EndParagraphs();
    }

    private void Walk(IElement source, Flow flow)
    {
        foreach (var child in source.ChildNodes)
        {
            Read(child, flow);
        }
    }

    private void ReadElement(IElement element, Flow flow)
    {
        switch (element.LocalName)
        {
            case "br": flow.AddBreak(); break;
            case "hr": _sections.ReadRule(element, flow); break;
            case "img" or "picture": _figures.ReadPicture(element, flow); break;
            case "figure" when _charts.Read(element, flow) || _media.Read(element, flow): break;
            case "figure": _figures.Read(element, flow); break;
            case "p" when _media.ReadDocument(element, flow): break;
            case "figcaption": _figures.ReadCaption(element, flow); break;
            case "a": ReadLink(element, flow); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": ReadHeading(element, flow); break;
            case "ul" or "ol" or "menu" or "dir": _lists.Read(element, flow); break;
            case "dl": _lists.ReadDefinitions(element, flow); break;
            case "pre" or "listing": ReadVerbatim(element, flow); break;
            case "blockquote": ReadQuotation(element, flow); break;
            case "table": _tables.Read(element, flow); break;
            case "section" or "aside" or "div": _sections.Read(element, flow); break;
            default: ReadOther(element, flow); break;
        }
    }

    private void ReadOther(IElement element, Flow flow)
    {
        if (BodyNames.WrapperFor(element.LocalName) is { } wrapper)
        {
            var title = Line(element.GetAttribute("title") ?? "");
            ReadWrapped(element, flow, wrapper, wrapper == "abbr" && title.Length > 0 ? [new("title", title)] : []);
        }
        else if (element.LocalName == "span" && _figures.IsInCaption && element.ClassList.Contains("credit"))
        {
            ReadWrapped(element, flow, "span", [new("class", "credit")]);
        }
        else if (BodyNames.IsTransparent(element.LocalName))
        {
            AddAnchor(element, flow);
            Walk(element, flow);
        }
        else
        {
            ReadAsBlock(element, flow);
        }
    }

    private void ReadLink(IElement element, Flow flow)
    {
        if (BodyLinks.Href(element.GetAttribute("href")) is not { } href)
        {
            AddAnchor(element, flow);
            Walk(element, flow);
            return;
        }

        List<KeyValuePair<string, string>> attributes = [new("href", href)];
        if (BodyLinks.IsForeign(href))
        {
            attributes.Add(new("rel", "noopener"));
        }

        ReadWrapped(element, flow, "a", attributes);
    }

    private void ReadWrapped(IElement element, Flow flow, string wrapper, List<KeyValuePair<string, string>> attributes)
    {
        if (flow.IsOpen(wrapper))
        {
            Walk(element, flow);
            return;
        }

        if (wrapper is "a" or "sup" && BodyLinks.Id(element.Id) is { } id)
        {
            attributes.Add(new("id", id));
        }

        flow.Open(wrapper, [.. attributes]);
        Walk(element, flow);
        flow.Close();
    }

    private void ReadHeading(IElement element, Flow flow)
    {
        var heading = Fill(new BodyNode(element.LocalName), element, Place.Line);
        if (flow.Place.Headings && heading.HasName)
        {
            flow.AddBlock(heading);
        }
        else if (flow.Place.LineOnly || !heading.HasName)
        {
            ReadAsBlock(element, flow);
        }
        else
        {
            flow.StartParagraphs();
            ReadWrapped(element, flow, "strong", []);
            flow.EndParagraphs();
        }
    }

    private static void ReadVerbatim(IElement element, Flow flow)
    {
        var text = BodyText.Verbatim(element);
        if (flow.Place.LineOnly)
        {
            flow.AddText(text);
        }
        else if (text.Length > 0)
        {
            // Wide code scrolls, so those without a mouse must be able to reach it.
            var pre = new BodyNode("pre") { ["id"] = BodyLinks.Id(element.Id), ["tabindex"] = "0" };
            pre.Add(new BodyNode("code")).Add(BodyNode.OfText(text));
            flow.AddBlock(pre);
        }
    }

    private void ReadQuotation(IElement element, Flow flow)
    {
        if (!flow.Place.MayNest)
        {
            ReadAsBlock(element, flow);
            return;
        }

        var quotation = Fill(new BodyNode("blockquote"), element, flow.Place.InQuote());
        if (quotation.HasContent)
        {
            flow.AddBlock(quotation);
        }
    }

    private static void AddAnchor(IElement element, Flow flow)
    {
        if (BodyLinks.Id(element.GetAttribute("id") ?? (element.LocalName == "a" ? element.GetAttribute("name") : null)) is { } id)
        {
            flow.AddAnchor(id);
        }
    }
}
