using System.Runtime.InteropServices;

namespace Gazetier.Text;

/// <summary>What a stretch of HTML source is; <see cref="Opaque"/> is a comment or an element whose content is no prose.</summary>
internal enum HtmlPieceKind
{
    Text,
    Tag,
    Opaque,
}

/// <summary>A stretch of HTML source by its borders.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HtmlPiece(HtmlPieceKind Kind, int Start, int End)
{
    public ReadOnlySpan<char> Of(string html) => html.AsSpan(Start, End - Start);

    /// <summary>The element's name as written, without the slash of an end tag.</summary>
    public ReadOnlySpan<char> Name(string html) => HtmlNames.At(html, Start + 1);

    public bool IsEnd(string html) => Start + 1 < html.Length && html[Start + 1] == '/';
}

/// <summary>
/// Walks through HTML source in one pass without building a tree. Every character belongs to exactly one piece, so
/// that the pieces joined are the source. Meant for our own clean HTML, but wrong HTML only gives wrong borders.
/// </summary>
internal ref struct HtmlPieces(string html)
{
    private int _position;

    public HtmlPiece Current { get; private set; }

    public readonly HtmlPieces GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_position >= html.Length)
        {
            return false;
        }

        var start = _position;
        var (kind, end) = IsMarkup(start) ? Markup(start) : (HtmlPieceKind.Text, TextEnd(start));
        Current = new HtmlPiece(kind, start, end);
        _position = end;
        return true;
    }

    private readonly bool IsMarkup(int at)
    {
        if (html[at] != '<' || at + 1 >= html.Length)
        {
            return false;
        }

        var next = html[at + 1];
        return char.IsAsciiLetter(next) || next is '!' or '?' or '/';
    }

    private readonly int TextEnd(int start)
    {
        var at = start;
        do
        {
            var found = html.AsSpan(at + 1).IndexOf('<');
            at = found < 0 ? html.Length : at + 1 + found;
        }
        while (at < html.Length && !IsMarkup(at));
        return at;
    }

    private readonly (HtmlPieceKind Kind, int End) Markup(int start)
    {
        if (html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
        {
            return (HtmlPieceKind.Opaque, After("-->", start + 4));
        }

        var end = TagEnd(start);
        var name = HtmlNames.At(html, start + 1);
        return html[start + 1] is '/' or '!' or '?' || !HtmlNames.IsOpaque(name)
            ? (HtmlPieceKind.Tag, end)
            : (HtmlPieceKind.Opaque, OpaqueEnd(name, end));
    }

    private readonly int TagEnd(int start)
    {
        var quote = '\0';
        for (var at = start + 1; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return at + 1;
            }
            else if (c is '"' or '\'' && html[at - 1] == '=')
            {
                quote = c;
            }
        }

        return html.Length;
    }

    private readonly int OpaqueEnd(ReadOnlySpan<char> name, int from)
    {
        var at = from;
        while (true)
        {
            var found = html.AsSpan(at).IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
            {
                return html.Length;
            }

            at += found + 2;
            if (HtmlNames.At(html, at).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return TagEnd(at - 1);
            }
        }
    }

    private readonly int After(string mark, int from)
    {
        var found = from < html.Length ? html.AsSpan(from).IndexOf(mark, StringComparison.Ordinal) : -1;
        return found < 0 ? html.Length : from + found + mark.Length;
    }
}
