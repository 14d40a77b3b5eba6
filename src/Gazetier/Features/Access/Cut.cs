using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gazetier.Features.Access;

/// <summary>
/// Where the body of an article is cut: the open part for all, and what is withheld (G-04, G-05). At a sentence border,
/// after about a share of the words; a mark in the body, <c>hr.cut</c>, overrides the share. Pure.
/// </summary>
/// <param name="Open">HTML, well-formed, before the cut.</param>
/// <param name="Withheld">HTML, well-formed, after the cut; a paragraph that was cut goes on in it.</param>
/// <param name="Words">Words of the whole body.</param>
/// <param name="WordsWithheld">Words of <paramref name="Withheld"/>.</param>
/// <param name="HeadingsWithheld">Headings of the withheld part, in order: the wall lists them.</param>
public sealed record Cut(string Open, string Withheld, int Words, int WordsWithheld, IReadOnlyList<string> HeadingsWithheld)
{
    /// <summary>Never more is open than this without a mark.</summary>
    private const double MostOpen = 0.5;

    /// <summary>NN of "NN % reste à lire": words withheld / words of the body, rounded.</summary>
    public int PercentWithheld => Words == 0 ? 0 : (int)Math.Round(100.0 * WordsWithheld / Words, MidpointRounding.AwayFromZero);

    public int MinutesWithheld => Text.Words.Minutes(WordsWithheld);

    /// <param name="bodyHtml">As <c>Body.Sanitise</c> leaves it.</param>
    /// <param name="share">0–1, of the words.</param>
    public static Cut Of(string bodyHtml, double share = 0.10)
    {
        var body = new HtmlParser().ParseDocument("<body>" + bodyHtml).Body!;
        var words = Text.Words.CountHtml(body.InnerHtml);
        if (body.QuerySelector("hr.cut") is { } mark)
        {
            SplitAtMark(body, mark);
        }
        else
        {
            SplitAfter(body, (int)Math.Max(1, Math.Round(words * share)), (int)(words * MostOpen));
        }

        var border = body.QuerySelector("hr.cut")!;
        var withheld = body.Owner!.CreateElement("div");
        while (border.NextSibling is { } next)
        {
            withheld.AppendChild(next);
        }

        border.Remove();
        MoveTrailingHeadings(body, withheld);
        var headings = withheld.QuerySelectorAll("h2, h3, h4").Select(h => h.TextContent.Trim()).Where(h => h.Length > 0).ToList();
        var rest = withheld.InnerHtml;
        return new Cut(body.InnerHtml, rest, words, Text.Words.CountHtml(rest), headings);
    }

    /// <summary>The open part as it stands alone: notes that are withheld are no longer linked to.</summary>
    public string OpenAlone()
    {
        var body = new HtmlParser().ParseDocument("<body>" + Open).Body!;
        foreach (var link in body.QuerySelectorAll("a[href^='#']"))
        {
            if (body.Owner!.GetElementById(link.GetAttribute("href")![1..]) is null)
            {
                link.Replace([.. link.ChildNodes]);
            }
        }

        return body.InnerHtml;
    }

    /// <summary>The beginning of the open part as plain text, cut at a word, for descriptions.</summary>
    public static string PlainOpening(string openHtml, int maxChars)
    {
        var text = string.Join(' ', new HtmlParser().ParseDocument("<body>" + openHtml).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= maxChars)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', maxChars - 1);
        return (end > 0 ? text[..end] : text[..(maxChars - 1)]) + "…";
    }

    /// <summary>Brings the mark to the top of the tree, splitting what it stood in.</summary>
    private static void SplitAtMark(IElement body, IElement mark)
    {
        foreach (var another in body.QuerySelectorAll("hr.cut").Where(hr => hr != mark).ToList())
        {
            another.Remove();
        }

        while (mark.ParentElement is { } parent && parent != body)
        {
            var after = (IElement)parent.Clone(false);
            after.RemoveAttribute("id");
            while (mark.NextSibling is { } next)
            {
                after.AppendChild(next);
            }

            parent.InsertAfter(mark);
            if (after.HasChildNodes)
            {
                mark.InsertAfter(after);
            }
        }
    }

    /// <summary>Puts a mark after about <paramref name="wanted"/> words, and at most <paramref name="most"/>.</summary>
    private static void SplitAfter(IElement body, int wanted, int most)
    {
        var mark = body.Owner!.CreateElement("hr");
        mark.ClassName = "cut";
        var open = 0;
        if (!Walk(body, mark, ref open, wanted, most))
        {
            // Nothing could be cut: all of it is withheld.
            body.Prepend(mark);
        }

        SplitAtMark(body, mark);
    }

    /// <summary>Goes down the blocks; true once the mark stands.</summary>
    private static bool Walk(IElement parent, IElement mark, ref int open, int wanted, int most)
    {
        foreach (var child in parent.Children.ToList())
        {
            var words = Text.Words.CountHtml(child.OuterHtml);
            if (open + words <= wanted && open + words <= most)
            {
                open += words;
                continue;
            }

            if (child.LocalName is "section" or "aside" or "div" or "blockquote" && open < wanted && child.ClassName != "footnotes")
            {
                if (Walk(child, mark, ref open, wanted, most))
                {
                    return true;
                }

                continue;
            }

            if (child.LocalName == "p" && open < wanted && SentenceCut.Offset(child.TextContent, wanted - open, most - open) is { } offset and > 0)
            {
                if (offset >= child.TextContent.TrimEnd().Length)
                {
                    child.InsertAfter(mark);
                }
                else
                {
                    InsertAt(child, mark, offset);
                }

                return true;
            }

            child.InsertBefore(mark);
            return open > 0 || parent.LocalName != "body" || child.PreviousElementSibling != mark;
        }

        return false;
    }

    /// <summary>Puts the mark into the text of <paramref name="paragraph"/>, after <paramref name="offset"/> characters.</summary>
    private static void InsertAt(IElement paragraph, IElement mark, int offset)
    {
        foreach (var text in paragraph.Descendants<IText>().ToList())
        {
            if (offset <= text.Length)
            {
                if (offset < text.Length)
                {
                    text.Split(offset);
                }

                text.Parent!.InsertBefore(mark, text.NextSibling);
                return;
            }

            offset -= text.Length;
        }
    }

    /// <summary>A heading with nothing under it belongs to what follows.</summary>
    private static void MoveTrailingHeadings(IElement open, IElement withheld)
    {
        while (open.LastElementChild is { } last)
        {
            if (last.LocalName is not ("h2" or "h3" or "h4"))
            {
                if (last.LocalName is "section" or "aside" && last.Children.All(c => c.LocalName is "h2" or "h3" or "h4"))
                {
                    Rejoin(last, withheld);
                    continue;
                }

                return;
            }

            withheld.Prepend(last);
        }
    }

    /// <summary>A question without the beginning of its answer goes back to its answer.</summary>
    private static void Rejoin(IElement question, IElement withheld)
    {
        if (withheld.FirstElementChild is { } answer && answer.LocalName == question.LocalName && answer.ClassName == question.ClassName)
        {
            answer.Prepend([.. question.ChildNodes]);
            question.Remove();
        }
        else
        {
            withheld.Prepend(question);
        }
    }
}
