using System.Text;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>
/// Fills one container with paragraphs and blocks. Inline elements are wrappers that stay open across blocks and are
/// opened anew in each paragraph, so that wrong nesting in the source comes out as right nesting.
/// </summary>
internal sealed class Flow(BodyNode container, Place place)
{
    private readonly List<Wrapper> _wrappers = [];
    private BodyNode? _host;
    private Last _last;
    private int _paragraphs;
    private string? _waitingId;

    private enum Last
    {
        Nothing,
        Space,
        Break,
        Content,
    }

    public Place Place => place;

    public bool IsOpen(string name) => _wrappers.Exists(wrapper => wrapper.Name == name);

    public void Open(string name, params KeyValuePair<string, string>[] attributes) =>
        _wrappers.Add(new Wrapper(name, attributes));

    public void Close() => _wrappers.RemoveAt(_wrappers.Count - 1);

    /// <summary>Until <see cref="EndParagraphs"/>, text stands in paragraphs even where it could stand bare.</summary>
    public void StartParagraphs()
    {
        Border();
        _paragraphs++;
    }

    public void EndParagraphs()
    {
        Border();
        _paragraphs--;
    }

    public void AddText(string data)
    {
        var kept = new StringBuilder(data.Length);
        foreach (var rune in data.EnumerateRunes())
        {
            if (IsSpace(rune.Value))
            {
                AddSpace(kept);
            }
            else if (BodyText.IsAllowed(rune))
            {
                kept.Append(rune);
                _last = Last.Content;
            }
        }

        if (kept.Length > 0)
        {
            Insert(kept);
        }
    }

    public void AddLeaf(BodyNode leaf)
    {
        Innermost().Add(leaf);
        _last = Last.Content;
    }

    /// <summary>A line break; two in a row end the paragraph, as those who paste from a mail mean it.</summary>
    public void AddBreak()
    {
        if (_last == Last.Break && _host is { Name: "p" })
        {
            Border();
        }
        else if (_last is Last.Space or Last.Content)
        {
            Innermost().Add(new BodyNode("br"));
            _last = Last.Break;
        }
    }

    public void AddBlock(BodyNode block)
    {
        Border();
        if (block is { Name: "figure" or "pre" or ['h', >= '1' and <= '6'] } && block["id"] is null)
        {
            block["id"] = TakeId();
        }

        container.Add(block);
    }

    public void RemoveBlock(BodyNode block) => container.Children.Remove(block);

    /// <summary>An anchor inside a line names the paragraph or heading around it, or the next block.</summary>
    public void AddAnchor(string id)
    {
        var around = _host ?? (place.LineOnly ? container : null);
        if (around is null)
        {
            _waitingId = id;
        }
        else
        {
            around["id"] ??= id;
        }
    }

    /// <summary>The border of a block: the paragraph ends; in a line, a space.</summary>
    public void Border()
    {
        if (place.LineOnly)
        {
            AddText(" ");
            return;
        }

        Finish();
    }

    /// <summary>Ends the last paragraph.</summary>
    public void Finish()
    {
        if (_host is not null)
        {
            BodyText.TrimEnd(_host);
            if (_host != container && !_host.HasContent)
            {
                container.Children.RemoveAt(container.Children.Count - 1);
            }
        }

        _host = null;
        _last = Last.Nothing;
        _wrappers.ForEach(wrapper => wrapper.Clone = null);
    }

    private static bool IsSpace(int c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private void AddSpace(StringBuilder kept)
    {
        if (_last == Last.Content)
        {
            kept.Append(' ');
            _last = Last.Space;
        }
    }

    private void Insert(StringBuilder text)
    {
        var parent = Innermost();
        if (parent.Children is [.., { Text: { } before }])
        {
            before.Append(text);
        }
        else
        {
            parent.Add(BodyNode.OfText(text.ToString()));
        }
    }

    private BodyNode Innermost()
    {
        var parent = _host ??= StartHost();
        foreach (var wrapper in _wrappers)
        {
            parent = wrapper.In(parent);
        }

        return parent;
    }

    private BodyNode StartHost()
    {
        if (place.LineOnly || place.Bare && _paragraphs == 0)
        {
            return container;
        }

        return container.Add(new BodyNode("p") { ["id"] = TakeId() });
    }

    private string? TakeId() => (_waitingId, _waitingId = null).Item1;

    private sealed class Wrapper(string name, KeyValuePair<string, string>[] attributes)
    {
        private BodyNode? _parent;

        public string Name => name;

        public BodyNode? Clone { get; set; }

        public BodyNode In(BodyNode parent)
        {
            if (Clone is null || _parent != parent)
            {
                Clone = parent.Add(new BodyNode(name));
                Clone.Attributes.AddRange(attributes);
                _parent = parent;
            }

            return Clone;
        }
    }
}
