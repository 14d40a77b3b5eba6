using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Text;

namespace Gazetier.Features.Access;

/// <summary>Finds the place of the cut and divides the parsed body there.</summary>
internal static class BodyCutter
{
    private const double MostOpen = 0.5;

    public static Cut Cut(string html, double share)
    {
        ArgumentNullException.ThrowIfNull(html);
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = 200 });
        var page = parser.ParseDocument("<!DOCTYPE html>").Body!;
        List<INode> blocks = [.. parser.ParseFragment(html, page)];
        var words = Words.CountHtml(html);
        var (open, withheld) = AtMark(blocks) ?? AtSentence(blocks, words, share);
        CutLinks.Release(open, withheld);
        var shown = Html(open);
        var hidden = Html(withheld);
        return new Cut(shown, hidden, words, Words.CountHtml(hidden), Headings(withheld));
    }

    // A mark with nothing to read behind it would withhold nothing: it is not heard.
    private static (List<INode> Open, List<INode> Withheld)? AtMark(List<INode> blocks)
    {
        var at = blocks.FindIndex(IsMark);
        blocks.RemoveAll(block => IsMark(block) && block != blocks[Math.Max(at, 0)]);
        if (at < 0)
        {
            return null;
        }

        blocks.RemoveAt(at);
        var notes = blocks.FindIndex(at, IsNotes);
        var hasMore = blocks.Skip(at).Where((_, index) => index + at != notes).Any(block => Words.Count(block.TextContent) > 0);
        return hasMore ? (blocks[..at], blocks[at..]) : null;
    }

    private static (List<INode> Open, List<INode> Withheld) AtSentence(List<INode> blocks, int words, double share)
    {
        var place = Best(Places(blocks, words), words * share);
        if (place is null)
        {
            return ([], blocks);
        }

        var open = blocks[..place.Block];
        var withheld = blocks[place.Block..];
        if (place.Space is not null)
        {
            var paragraph = (IElement)withheld[0];
            withheld[0] = SplitParagraph(paragraph, place.Space, place.Offset);
            open.Add(paragraph);
        }

        return (open, withheld);
    }

    // The nearest place to the share; of two as near, the one that gives more.
    private static CutPlace? Best(IEnumerable<CutPlace> places, double target) =>
        places.Reverse().MinBy(place => Math.Abs(place.Words - target));

    private static IEnumerable<CutPlace> Places(List<INode> blocks, int words)
    {
        var before = 0;
        var found = false;
        for (var at = 0; at < blocks.Count; at++)
        {
            var isParagraph = blocks[at] is IElement { LocalName: "p" };
            var isWhole = !isParagraph && blocks[at] is IElement { LocalName: not ("h2" or "h3" or "h4" or "hr") };
            if (isWhole && found || IsNotes(blocks[at]))
            {
                yield break;
            }

            foreach (var place in isParagraph ? ParagraphPlaces.In((IElement)blocks[at], at, before) : [])
            {
                if (IsRight(place.Words, words))
                {
                    found = true;
                    yield return place;
                }
            }

            before += Words.CountHtml(blocks[at].ToHtml());
            if ((isParagraph || isWhole) && IsRight(before, words))
            {
                found = true;
                yield return new CutPlace(at + 1, null, 0, before);
            }
        }
    }

    private static bool IsRight(int open, int words) => open > 0 && open <= words * MostOpen;

    private static bool IsMark(INode node) => node is IElement { LocalName: "hr" } rule && rule.ClassList.Contains("cut");

    private static bool IsNotes(INode node) => node is IElement { LocalName: "section" } notes && notes.ClassList.Contains("footnotes");

    /// <summary>Leaves in the paragraph what stands before the space, and returns the rest as one of its own.</summary>
    private static IElement SplitParagraph(IElement paragraph, IText space, int offset)
    {
        var rest = paragraph.Owner!.CreateElement("p");
        var following = paragraph.ChildNodes.SkipWhile(node => node != space).Skip(1).ToList();
        rest.AppendChild(paragraph.Owner.CreateTextNode(space.Data[offset..].TrimStart()));
        rest.Append([.. following]);
        space.Data = space.Data[..offset].TrimEnd();
        return rest;
    }

    private static string Html(List<INode> blocks)
    {
        var html = new StringBuilder();
        foreach (var block in blocks.Where(block => block is IElement || !string.IsNullOrWhiteSpace(block.TextContent)))
        {
            html.Append(html.Length > 0 ? "\n" : "").Append(block.ToHtml());
        }

        return html.ToString();
    }

    private static List<string> Headings(List<INode> blocks) =>
        [.. blocks.OfType<IElement>()
            .SelectMany(block => block.QuerySelectorAll("h2, h3, h4").Prepend(block))
            .Where(element => element.LocalName is "h2" or "h3" or "h4")
            .Select(heading => Plain.Of(heading.InnerHtml))];
}
