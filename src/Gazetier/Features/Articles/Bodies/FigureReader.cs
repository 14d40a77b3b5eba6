using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>Figures: their pictures first, then one caption. What else stood in them follows in the text.</summary>
internal sealed class FigureReader(BodyReader reader)
{
    private BodyNode? _figure;
    private BodyNode? _caption;

    /// <summary>Only there a credit is marked as one.</summary>
    public bool IsInCaption { get; private set; }

    public void Read(IElement element, Flow flow)
    {
        var isFigure = !flow.Place.LineOnly && _figure is null
            && element.QuerySelectorAll("img, picture").Any(picture => BodyPictures.Read(picture) is not null);
        if (!isFigure)
        {
            reader.ReadAsBlock(element, flow);
            return;
        }

        _figure = new BodyNode("figure") { ["id"] = BodyLinks.Id(element.Id) };
        flow.AddBlock(_figure);
        reader.ReadAsBlock(element, flow);
        Close(flow, _figure, _caption);
        _figure = _caption = null;
    }

    public void ReadCaption(IElement element, Flow flow)
    {
        if (_figure is null || _caption is not null)
        {
            reader.ReadAsBlock(element, flow);
            return;
        }

        IsInCaption = true;
        var caption = reader.Fill(new BodyNode("figcaption"), element, Place.Line);
        IsInCaption = false;
        _caption = caption.HasContent ? caption : null;
    }

    public void ReadPicture(IElement element, Flow flow)
    {
        if (BodyPictures.Read(element) is not { } picture)
        {
            return;
        }

        if (_figure is null)
        {
            flow.AddLeaf(picture);
        }
        else
        {
            _figure.Add(picture);
        }
    }

    private static void Close(Flow flow, BodyNode figure, BodyNode? caption)
    {
        if (figure.Children.Count > 0 && caption is not null)
        {
            figure.Add(caption);
        }
        else if (figure.Children.Count == 0)
        {
            // All its pictures stood in what goes: in a form, in code. The caption stays as text.
            figure.Name = "p";
            figure.Children.AddRange(caption?.Children ?? []);
            if (!figure.HasContent)
            {
                flow.RemoveBlock(figure);
            }
        }
    }
}
