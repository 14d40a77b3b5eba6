using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Questions and answers, boxes, footnotes and the mark of the cut: only at the top of the body.</summary>
internal sealed class SectionReader(BodyReader reader)
{
    private bool _hasCut;
    private bool _hasNotes;

    public void Read(IElement element, Flow flow)
    {
        var kind = flow.Place.Sections ? Kind(element) : null;
        if (kind is null || kind == "footnotes" && _hasNotes)
        {
            reader.ReadAsBlock(element, flow);
            return;
        }

        var section = new BodyNode(kind == "box" ? "aside" : "section") { ["class"] = kind };
        reader.Fill(section, element, flow.Place.InSection());
        if (IsComplete(section, kind))
        {
            flow.AddBlock(section);
        }
        else
        {
            section.Children.ForEach(flow.AddBlock);
        }
    }

    public void ReadRule(IElement element, Flow flow)
    {
        if (!element.ClassList.Contains("cut"))
        {
            AddRule(flow, new BodyNode("hr"));
        }
        else if (flow.Place.Sections && !_hasCut)
        {
            _hasCut = true;
            AddRule(flow, new BodyNode("hr") { ["class"] = "cut" });
        }
    }

    private static void AddRule(Flow flow, BodyNode rule)
    {
        if (flow.Place.LineOnly)
        {
            flow.Border();
        }
        else
        {
            flow.AddBlock(rule);
        }
    }

    private static string? Kind(IElement element)
    {
        return element.LocalName switch
        {
            "section" or "div" when element.ClassList.Contains("qa") => "qa",
            "section" or "div" when element.ClassList.Contains("footnotes") => "footnotes",
            "aside" or "div" when element.ClassList.Contains("box") => "box",
            _ => null,
        };
    }

    private bool IsComplete(BodyNode section, string kind)
    {
        switch (kind)
        {
            case "qa":
                return section.Children.Exists(IsHeading) && !section.Children.TrueForAll(IsHeading);
            case "footnotes":
                section.Children.RemoveAll(child => child.Name == "hr");
                section["aria-label"] = "Notes";
                return _hasNotes = section.Children.Exists(child => child.Name == "ol");
            default:
                return section.HasContent;
        }
    }

    private static bool IsHeading(BodyNode node) => node.Name is ['h', >= '1' and <= '6'];
}
