using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// Films and sounds of our own shelf: <c>figure.video</c> with its captions, <c>figure.audio</c>, each with what is said under it and
/// its transcript, folded (L-81); and documents, <c>p.document</c>.
/// </summary>
internal sealed class MediaReader(BodyReader reader)
{
    /// <summary>The only addresses from which a body plays and gives files.</summary>
    public const string Shelf = "/fichiers/";

    private const int MaxTracks = 8;

    /// <returns>False where the figure plays nothing of ours.</returns>
    public bool Read(IElement element, Flow flow)
    {
        var source = flow.Place.LineOnly ? null : element.QuerySelector("video, audio");
        if (source is null || Player(source) is not { } player)
        {
            return false;
        }

        var figure = new BodyNode("figure") { ["id"] = BodyLinks.Id(element.Id), ["class"] = player.Name };
        figure.Add(player);
        var (said, written) = (element.QuerySelector("figcaption"), element.QuerySelector("details"));
        if (said is not null && reader.Fill(new BodyNode("figcaption"), said, Place.Line) is { HasContent: true } caption)
        {
            figure.Add(caption);
        }

        if (written is not null && Transcript(written, flow.Place) is { } transcript)
        {
            figure.Add(transcript);
        }

        flow.AddBlock(figure);
        // What else stood in it follows in the text.
        foreach (var child in element.ChildNodes.Where(child => !Holds(child, said) && !Holds(child, written)))
        {
            reader.Read(child, flow);
        }

        flow.Border();
        return true;
    }

    /// <returns>False where it is an ordinary paragraph.</returns>
    public bool ReadDocument(IElement element, Flow flow)
    {
        var link = flow.Place.LineOnly || !element.ClassList.Contains("document") ? null : element.QuerySelector("a[href]");
        if (link is null || !IsOurs(link.GetAttribute("href")))
        {
            return false;
        }

        var line = reader.Fill(new BodyNode("p"), element, Place.Line);
        line["class"] = "document";
        if (!line.HasName)
        {
            return false;
        }

        flow.AddBlock(line);
        return true;
    }

    private static BodyNode? Player(IElement source)
    {
        var src = source.GetAttribute("src") ?? source.QuerySelector("source[src]")?.GetAttribute("src");
        if (!IsOurs(src))
        {
            return null;
        }

        // A film shows its first image; a sound has none, and asks for nothing before it is played.
        var player = new BodyNode(source.LocalName) { ["src"] = src, ["controls"] = "", ["preload"] = source.LocalName == "video" ? "metadata" : "none" };
        if (source.LocalName == "video")
        {
            player["poster"] = BodyPictures.IsOurs(source.GetAttribute("poster")) ? source.GetAttribute("poster") : null;
            player.Children.AddRange(source.QuerySelectorAll("track").Take(MaxTracks).Select(Track).OfType<BodyNode>());
        }

        return player;
    }

    private static BodyNode? Track(IElement source)
    {
        var language = source.GetAttribute("srclang") ?? "fr";
        var label = BodyReader.Line(source.GetAttribute("label") ?? "");
        return !IsOurs(source.GetAttribute("src")) || !IsLanguage(language)
            ? null
            : new BodyNode("track")
            {
                ["kind"] = source.GetAttribute("kind") is "subtitles" ? "subtitles" : "captions",
                ["src"] = source.GetAttribute("src"),
                ["srclang"] = language,
                ["label"] = label.Length > 0 ? label : language,
            };
    }

    private BodyNode? Transcript(IElement source, Place place)
    {
        var summary = source.Children.FirstOrDefault(child => child.LocalName == "summary");
        var name = summary is null ? null : reader.Fill(new BodyNode("summary"), summary, Place.Line);
        var text = new BodyNode("details");
        var flow = new Flow(text, place.InTranscript());
        foreach (var child in source.ChildNodes.Where(child => child != summary))
        {
            reader.Read(child, flow);
        }

        flow.Finish();
        if (!text.HasContent)
        {
            return null;
        }

        if (name is not { HasName: true })
        {
            name = new BodyNode("summary");
            name.Add(BodyNode.OfText("Transcription"));
        }

        text["class"] = "transcript";
        text.Children.Insert(0, name);
        return text;
    }

    private static bool Holds(INode node, INode? read) => read is not null && node.Contains(read);

    private static bool IsLanguage(string code) => code.Length is >= 2 and <= 8 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiLetterUpper(c) || c == '-') && char.IsAsciiLetter(code[0]);

    private static bool IsOurs(string? src) =>
        src is not null && src.Length is > 10 and < 300 && src.StartsWith(Shelf, StringComparison.Ordinal)
        && !src.Contains("..", StringComparison.Ordinal) && !src.Contains("//", StringComparison.Ordinal)
        && src.All(c => char.IsAsciiLetterOrDigit(c) || "/-_.".Contains(c, StringComparison.Ordinal));
}
