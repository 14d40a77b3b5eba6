using System.Text;
using AngleSharp.Dom;
using Gazetier.Text;

namespace Gazetier.Features.Access;

/// <summary>
/// A place where a body may be cut: before the block of that number, or inside it at an offset of a text; with the
/// number of words that would be open.
/// </summary>
internal sealed record CutPlace(int Block, IText? Space, int Offset, int Words);

/// <summary>The ends of sentences in a paragraph, where they stand in its own text and not inside a link or quotation.</summary>
internal static class ParagraphPlaces
{
    public static IEnumerable<CutPlace> In(IElement paragraph, int block, int wordsBefore)
    {
        var line = new StringBuilder();
        var owners = new List<(IText? Text, int Start, int Length)>();
        foreach (var child in paragraph.ChildNodes)
        {
            var text = TextOf(child);
            owners.Add((child as IText, line.Length, text.Length));
            line.Append(text);
        }

        return Places(line.ToString(), owners, block, wordsBefore);
    }

    private static List<CutPlace> Places(
        string line, List<(IText? Text, int Start, int Length)> owners, int block, int wordsBefore)
    {
        var places = new List<CutPlace>();
        var owner = 0;
        var depth = 0;
        var counter = new WordCounter();
        for (var at = 0; at < line.Length; at++)
        {
            while (at >= owners[owner].Start + owners[owner].Length)
            {
                owner++;
            }

            depth = line[at] switch { '«' => depth + 1, '»' => Math.Max(0, depth - 1), _ => depth };
            if (line[at] == ' ' && depth == 0 && owners[owner].Text is { } text && Sentences.EndBefore(line, at))
            {
                places.Add(new CutPlace(block, text, at - owners[owner].Start, wordsBefore + counter.Total));
            }

            counter.Add(line.AsSpan(at, 1));
        }

        return places;
    }

    // The call of a footnote is no part of the sentence, but keeps its place.
    private static string TextOf(INode node) => node switch
    {
        IElement { LocalName: "sup" } call => new string(Sentences.Aside, call.TextContent.Length),
        IElement { LocalName: "a" } link when link.Children is [{ LocalName: "sup" }] => new string(Sentences.Aside, link.TextContent.Length),
        IElement { LocalName: "br" } => " ",
        _ => node.TextContent.ReplaceLineEndings(" "),
    };
}
