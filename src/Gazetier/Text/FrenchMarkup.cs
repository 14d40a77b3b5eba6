using System.Buffers;
using System.Collections.Frozen;
using System.Net;

namespace Gazetier.Text;

/// <summary>
/// Reads the text of an HTML fragment for <see cref="FrenchRules"/>: its characters, entities decoded, each with the
/// place in the source where it starts. Inline tags leave no trace, so that rules see across them; any other tag is a
/// line break; inline code and pictures are one <see cref="Thing"/>.
/// </summary>
internal ref struct FrenchMarkup(ReadOnlySpan<char> html, Span<char> text, Span<int> starts)
{
    /// <summary>Stands for what is no text: a picture, a piece of code, a character that has no single UTF-16 unit.</summary>
    public const char Thing = '\uFFFC';

    private const char Break = '\n';

    // The longest entity of HTML has 31 letters; a longer run is text, which also keeps the search for ';' short.
    private const int LongestEntity = 33;

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n\f/>");

    private static readonly SearchValues<char> NameOfEntity =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Names(
        "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "mark", "q", "s", "small",
        "span", "strike", "strong", "sub", "sup", "time", "u", "var", "wbr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Things = Names(
        "code", "img", "kbd", "samp");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Untouched = Names(
        "code", "kbd", "pre", "samp");

    // In these the browser sees no tags at all but their own end.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = Names(
        "script", "style", "textarea", "title");

    private readonly ReadOnlySpan<char> _html = html;
    private readonly Span<char> _text = text;
    private readonly Span<int> _starts = starts;
    private int _at;
    private int _length;

    /// <summary>Fills the text and the places; answers how many characters there are, never more than the source has.</summary>
    public int Read()
    {
        while (_at < _html.Length)
        {
            var taken = _html[_at] switch { '<' => ReadMarkup(), '&' => ReadEntity(), _ => false };
            if (!taken)
            {
                Keep(_html[_at], _at + 1);
            }
        }
        return _length;
    }

    private void Keep(char character, int next)
    {
        _text[_length] = character;
        _starts[_length++] = _at;
        _at = next;
    }

    private bool ReadMarkup()
    {
        var end = EndOfMarkup(_at, out var name, out var closes);
        if (end < 0)
        {
            return false;
        }
        if (name.IsEmpty || Inline.Contains(name))
        {
            _at = end;
            return true;
        }
        var next = closes ? end
            : Raw.Contains(name) ? EndOfRaw(end, name)
            : Untouched.Contains(name) ? EndOfElement(end, name)
            : end;
        Keep(!closes && Things.Contains(name) ? Thing : Break, next);
        return true;
    }

    /// <summary>Where the tag or comment that starts here ends, or -1 if this is a mere "less than".</summary>
    private readonly int EndOfMarkup(int start, out ReadOnlySpan<char> name, out bool closes)
    {
        name = default;
        closes = start + 1 < _html.Length && _html[start + 1] == '/';
        if (_html[start..].StartsWith("<!--", StringComparison.Ordinal))
        {
            return After("-->", start + 2);
        }
        var from = start + (closes ? 2 : 1);
        if (from >= _html.Length)
        {
            return -1;
        }
        if (!char.IsAsciiLetter(_html[from]))
        {
            return closes || _html[from] is '!' or '?' ? After(">", from) : -1;
        }
        var length = _html[from..].IndexOfAny(EndsName);
        name = length < 0 ? _html[from..] : _html.Slice(from, length);
        return EndOfTag(from + name.Length);
    }

    private readonly int EndOfTag(int at)
    {
        var quote = '\0';
        var valueNext = false;
        for (; at < _html.Length; at++)
        {
            var c = _html[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return at + 1;
            }
            else if (valueNext && c is '"' or '\'')
            {
                (quote, valueNext) = (c, false);
            }
            else if (!char.IsWhiteSpace(c))
            {
                valueNext = c == '=' && !valueNext;
            }
        }
        return at;
    }

    private readonly int After(string mark, int from)
    {
        var found = _html[from..].IndexOf(mark, StringComparison.Ordinal);
        return found < 0 ? _html.Length : from + found + mark.Length;
    }

    private readonly int EndOfRaw(int from, ReadOnlySpan<char> name)
    {
        while (from < _html.Length)
        {
            var next = _html[from..].IndexOf("</", StringComparison.Ordinal);
            if (next < 0)
            {
                return _html.Length;
            }
            from += next + 2;
            if (_html[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return EndOfTag(from + name.Length);
            }
        }
        return from;
    }

    private readonly int EndOfElement(int from, ReadOnlySpan<char> name)
    {
        for (var depth = 1; depth > 0 && from < _html.Length;)
        {
            var next = _html[from..].IndexOf('<');
            if (next < 0)
            {
                return _html.Length;
            }
            from += next;
            var end = EndOfMarkup(from, out var inner, out var closes);
            depth += !inner.Equals(name, StringComparison.OrdinalIgnoreCase) ? 0 : closes ? -1 : 1;
            from = end < 0 ? from + 1 : end;
        }
        return from;
    }

    private bool ReadEntity()
    {
        var near = _html.Slice(_at, Math.Min(LongestEntity, _html.Length - _at));
        var end = near.IndexOf(';');
        if (end < 2)
        {
            return false;
        }
        var name = near[1] == '#' ? near[2..end] : near[1..end];
        if (name.IsEmpty || name.ContainsAnyExcept(NameOfEntity))
        {
            return false;
        }
        Keep(Decoded(near[..(end + 1)]), _at + end + 1);
        return true;
    }

    private static char Decoded(ReadOnlySpan<char> entity) => entity switch
    {
        "&nbsp;" or "&#160;" => '\u00A0',
        "&amp;" => '&',
        // A space that somebody spelled out is not ours to change; rules leave line breaks alone.
        _ => WebUtility.HtmlDecode(entity.ToString()) is [var c] ? c == ' ' ? Break : c : Thing,
    };

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
