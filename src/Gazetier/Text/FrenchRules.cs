using System.Text;

namespace Gazetier.Text;

/// <summary>
/// The rules of <see cref="French"/>, over a text that knows where each of its characters stands in the source
/// (<paramref name="starts"/>; empty where text and source are the same). One walk from left to right; each rule looks
/// only at what no rule changes (a space is a space of whatever width, … is as good as a dot), and that is why setting
/// twice is setting once.
/// </summary>
internal ref struct FrenchRules(
    ReadOnlySpan<char> source, ReadOnlySpan<char> text, ReadOnlySpan<int> starts, bool markup)
{
    private const char NoBreak = '\u00A0';
    private const char Narrow = '\u202F';
    private const char None = '\0';

    private readonly ReadOnlySpan<char> _source = source;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<int> _starts = starts;
    private StringBuilder? _set;
    private int _copied;
    private FrenchToken _token;

    /// <summary>The source as it should be set, or null if nothing changes.</summary>
    public string? Apply()
    {
        for (var at = 0; at < _text.Length;)
        {
            at = _text[at] switch
            {
                ' ' => Space(at),
                '«' => Opening(at),
                '»' => Closing(at),
                '\'' => Apostrophe(at),
                '.' => Dots(at),
                '!' or '?' or ';' or ':' => Punctuation(at),
                >= '0' and <= '9' => Number(at),
                _ => at + 1,
            };
        }
        return _set?.Append(_source[_copied..]).ToString();
    }

    private int Space(int at)
    {
        var end = at + _text[at..].IndexOfAnyExcept(' ');
        if (end < at)
        {
            return _text.Length;
        }
        if (at > 0 && Joint(at, end) is var joint and not None)
        {
            // One no-break space for the whole run, and none at all where one already stands before it.
            var kept = FrenchWords.IsNoBreak(_text[at - 1]) ? None : joint;
            for (var i = at; i < end; i++)
            {
                Replace(Start(i), 1, i == end - 1 ? SpaceOf(kept) : "");
            }
        }
        return end;
    }

    /// <summary>The space that must stand between what comes before <paramref name="at"/> and what starts at <paramref name="end"/>.</summary>
    private readonly char Joint(int at, int end)
    {
        var (before, after) = (_text[at - 1], _text[end]);
        if (char.IsWhiteSpace(after) || (char.IsWhiteSpace(before) && !FrenchWords.IsNoBreak(before)))
        {
            return None;
        }
        if (before == '«' || after == '»')
        {
            return NoBreak;
        }
        if (after is '!' or '?' or ';' or ':')
        {
            return SpaceBefore(end, out _);
        }
        if (char.IsAsciiDigit(before) && FrenchWords.AfterNumber(_text[..at], _text[end..]) is var joint and not None)
        {
            return joint;
        }
        return FrenchWords.IsAbbreviation(_text[..at], after) ? NoBreak : None;
    }

    private int Opening(int at)
    {
        if (at + 1 < _text.Length && !char.IsWhiteSpace(_text[at + 1]) && _text[at + 1] != '»')
        {
            Replace(Start(at) + Length(at), 0, SpaceOf(NoBreak));
        }
        return at + 1;
    }

    private int Closing(int at)
    {
        if (at > 0 && !char.IsWhiteSpace(_text[at - 1]) && _text[at - 1] != '«')
        {
            Replace(Start(at), 0, SpaceOf(NoBreak));
        }
        return at + 1;
    }

    private int Punctuation(int at)
    {
        var space = SpaceBefore(at, out var end);
        if (space != None && at > 0 && FrenchWords.MayPrecedeMark(_text[at - 1]))
        {
            var token = TokenAt(at);
            var opensQuote = _text[at - 1] is '"' or '\'' && at - 1 == token.Start;
            if (!token.IsAddress && !token.IsFile && !opensQuote)
            {
                Replace(Start(at), 0, SpaceOf(space));
            }
        }
        return end;
    }

    /// <summary>The space due before these marks, or none where they are no punctuation: "::", ":-)", "!=", 12:30.</summary>
    private readonly char SpaceBefore(int at, out int end)
    {
        var run = _text[at..];
        var length = run.IndexOfAnyExcept("!?;:");
        run = length < 0 ? run : run[..length];
        end = at + run.Length;
        var loud = !run.ContainsAnyExcept("!?");
        if (!loud && run.Length > 1)
        {
            return None;
        }
        if (end < _text.Length && !FrenchWords.MayFollowMark(_text[end], loud))
        {
            return None;
        }
        return run[0] == ':' ? NoBreak : Narrow;
    }

    private int Apostrophe(int at)
    {
        if (at > 0 && at + 1 < _text.Length && char.IsLetter(_text[at - 1])
            && (char.IsLetterOrDigit(_text[at + 1]) || _text[at + 1] is '«' or FrenchMarkup.Thing)
            && !TokenAt(at).IsAddress)
        {
            Replace(Start(at), Length(at), "’");
        }
        return at + 1;
    }

    private int Dots(int at)
    {
        var length = _text[at..].IndexOfAnyExcept('.');
        var end = length < 0 ? _text.Length : at + length;
        var inPath = (at > 0 && _text[at - 1] is '/' or '\\') || (end < _text.Length && _text[end] is '/' or '\\');
        if (end - at == 3 && !inPath && IsUnbroken(at, end) && !TokenAt(at).IsAddress)
        {
            Replace(Start(at), 3, "…");
        }
        return end;
    }

    private int Number(int at)
    {
        var length = _text[at..].IndexOfAnyExceptInRange('0', '9');
        var end = length < 0 ? _text.Length : at + length;
        if (!markup || FrenchWords.OrdinalEnding(_text, at, end) is not (> 0 and var ending))
        {
            return end;
        }
        var token = TokenAt(at);
        if (IsUnbroken(end - 1, end + ending) && !token.IsAddress && !token.IsFile)
        {
            Replace(Start(end), 0, "<sup>");
            Replace(Start(end) + ending, 0, "</sup>");
        }
        return end + ending;
    }

    private FrenchToken TokenAt(int at)
    {
        if (at >= _token.End)
        {
            _token = FrenchToken.At(_text, at);
        }
        return _token;
    }

    private readonly int Start(int at) => _starts.IsEmpty ? at : _starts[at];

    private readonly int Length(int at) =>
        !_starts.IsEmpty && _source[_starts[at]] == '&' ? _source[_starts[at]..].IndexOf(';') + 1 : 1;

    /// <summary>Whether these characters stand side by side in the source too, with no tag between and no entity among them.</summary>
    private readonly bool IsUnbroken(int from, int to) => _source[Start(from)..].StartsWith(_text[from..to]);

    private static string SpaceOf(char joint) => joint switch { NoBreak => "\u00A0", Narrow => "\u202F", _ => "" };

    private void Replace(int start, int length, string by)
    {
        _set ??= new StringBuilder(_source.Length + (_source.Length / 16) + 16);
        _set.Append(_source[_copied..start]).Append(by);
        _copied = start + length;
    }
}
