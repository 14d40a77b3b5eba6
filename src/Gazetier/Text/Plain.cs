using System.Net;
using System.Text;

namespace Gazetier.Text;

/// <summary>HTML as one line of plain text.</summary>
public static class Plain
{
    /// <summary>The text of a fragment; blocks become spaces, no-break spaces stay.</summary>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder(html.Length);
        foreach (var piece in new HtmlPieces(html))
        {
            if (piece.Kind == HtmlPieceKind.Text)
            {
                text.Append(WebUtility.HtmlDecode(piece.Of(html).ToString()));
            }
            else if (piece.Kind == HtmlPieceKind.Tag && !HtmlNames.IsInline(piece.Name(html)))
            {
                text.Append(' ');
            }
        }

        return string.Join(' ', text.ToString().Split([' ', '\n', '\t', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The text of Markdown, pictures left out.</summary>
    public static string OfMarkdown(string markdown) => markdown.Length == 0 ? "" : Of(Markdown.ToHtml(markdown, (_, _, _) => null));

    /// <summary>The text of each block that has one, in order: paragraphs, headings, entries, cells.</summary>
    public static IReadOnlyList<string> Blocks(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var blocks = new List<string>();
        var text = new StringBuilder();
        foreach (var piece in new HtmlPieces(html))
        {
            if (piece.Kind == HtmlPieceKind.Text)
            {
                text.Append(WebUtility.HtmlDecode(piece.Of(html).ToString()));
            }
            else if (piece.Kind == HtmlPieceKind.Tag && !HtmlNames.IsInline(piece.Name(html)))
            {
                End();
            }
        }

        End();
        return blocks;

        void End()
        {
            var block = string.Join(' ', text.ToString().Split([' ', '\n', '\t', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
            text.Clear();
            if (block.Length > 0)
            {
                blocks.Add(block);
            }
        }
    }

    /// <summary>The text in at most so many characters: cut after a word, with an ellipsis that counts.</summary>
    public static string Shorten(string text, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxChars);
        if (text.Length <= maxChars)
        {
            return text;
        }

        var border = text.LastIndexOf(' ', maxChars - 1);
        var end = border > 0 ? border : maxChars - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd(' ', ',', ';', ':', '\u00A0', '\u202F', '.') + "…";
    }
}
