using System.Text;
using AngleSharp.Dom;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>What may be a character of the body, and how a line ends.</summary>
internal static class BodyText
{
    /// <summary>Control characters and what is no character at all are invalid in HTML.</summary>
    public static bool IsAllowed(Rune rune) =>
        !Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF or 0xFEFF);

    /// <summary>Takes spaces, line breaks and the wrappers left empty from the end of a line.</summary>
    public static void TrimEnd(BodyNode line)
    {
        while (line.Children is [.., var last] && !Ends(last))
        {
            line.Children.RemoveAt(line.Children.Count - 1);
        }
    }

    /// <summary>The text of a <c>pre</c>: spaces and line ends as they are, markup gone.</summary>
    public static string Verbatim(IElement pre)
    {
        var text = new StringBuilder();
        Collect(pre, text);
        return text.ToString().Trim('\n').TrimEnd();
    }

    /// <summary>Takes the blocks out of a cell that becomes a header; their texts follow each other in one line.</summary>
    public static void Flatten(BodyNode cell)
    {
        if (cell.Children.Exists(child => BodyNames.IsBlock(child.Name)))
        {
            var line = new List<BodyNode>();
            Flatten(cell.Children, line);
            cell.Children.Clear();
            cell.Children.AddRange(line);
            TrimEnd(cell);
        }
    }

    private static void Flatten(List<BodyNode> nodes, List<BodyNode> line)
    {
        var isBorder = false;
        foreach (var child in nodes)
        {
            var isBlock = BodyNames.IsBlock(child.Name);
            if ((isBorder || isBlock) && line.Count > 0 && child.HasContent)
            {
                line.Add(BodyNode.OfText(" "));
            }

            isBorder = isBlock;
            if (isBlock)
            {
                Flatten(child.Children, line);
            }
            else
            {
                line.Add(child);
            }
        }
    }

    private static bool Ends(BodyNode last)
    {
        if (last.Text is { } text)
        {
            while (text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
            }

            return text.Length > 0;
        }

        if (last.Name == "br")
        {
            return false;
        }

        if (BodyNames.IsWrapper(last.Name))
        {
            TrimEnd(last);
            return last.Children.Count > 0;
        }

        return true;
    }

    private static void Collect(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText data)
            {
                AppendAllowed(text, data.Data);
            }
            else if (child is IElement element && !BodyNames.IsDropped(element))
            {
                var isLine = element.LocalName is "br" or "div" or "p" or "li" or "tr";
                Collect(element, text);
                text.Append(isLine ? "\n" : "");
            }
        }
    }

    private static void AppendAllowed(StringBuilder text, string data)
    {
        foreach (var rune in data.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || IsAllowed(rune))
            {
                text.Append(rune);
            }
        }
    }
}
