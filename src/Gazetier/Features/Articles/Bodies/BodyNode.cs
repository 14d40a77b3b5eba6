using System.Text;

namespace Gazetier.Features.Articles.Bodies;

/// <summary>An element or a text of the body that is being rebuilt.</summary>
internal sealed class BodyNode(string name)
{
    private const string TextName = "#text";

    public string Name { get; set; } = name;

    /// <summary>Set for text only.</summary>
    public StringBuilder? Text { get; private init; }

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public List<BodyNode> Children { get; } = [];

    public string? this[string attribute]
    {
        get
        {
            var at = Attributes.FindIndex(one => one.Key == attribute);
            return at < 0 ? null : Attributes[at].Value;
        }

        set
        {
            Attributes.RemoveAll(one => one.Key == attribute);
            if (value is not null)
            {
                Attributes.Add(new(attribute, value));
            }
        }
    }

    public static BodyNode OfText(string text) => new(TextName) { Text = new StringBuilder(text) };

    public BodyNode Add(BodyNode child)
    {
        Children.Add(child);
        return child;
    }

    /// <summary>True where something is to be read or seen: a letter, a sign, a picture, a film.</summary>
    public bool HasContent => HasText || Name is "img" or "video" or "audio" || Children.Exists(child => child.HasContent);

    /// <summary>True where a link or heading of this content has a name for those who hear it.</summary>
    public bool HasName =>
        HasText || Name is "img" && !string.IsNullOrWhiteSpace(this["alt"]) || Children.Exists(child => child.HasName);

    private bool HasText
    {
        get
        {
            if (Text is not null)
            {
                foreach (var chunk in Text.GetChunks())
                {
                    if (!chunk.Span.IsWhiteSpace())
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    public IEnumerable<BodyNode> Descendants()
    {
        foreach (var child in Children)
        {
            yield return child;
            foreach (var below in child.Descendants())
            {
                yield return below;
            }
        }
    }
}
