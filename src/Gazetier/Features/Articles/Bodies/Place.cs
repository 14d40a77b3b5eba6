namespace Gazetier.Features.Articles.Bodies;

/// <summary>What may stand at a place of the body. Depth counts quotations and lists around it.</summary>
internal sealed record Place
{
    /// <summary>Deeper lists and quotations lose their marks, not their text.</summary>
    public const int MaxDepth = 6;

    public static readonly Place Root = new() { Headings = true, Sections = true, Tables = true };

    /// <summary>Where only text and inline elements may stand: a heading, a caption.</summary>
    public static readonly Place Line = new() { LineOnly = true };

    public bool LineOnly { get; private init; }

    /// <summary>Text may stand without a paragraph around it: in list entries and cells.</summary>
    public bool Bare { get; private init; }

    public bool Headings { get; private init; }

    public bool Sections { get; private init; }

    public bool Tables { get; private init; }

    public int Depth { get; private init; }

    public bool MayNest => !LineOnly && Depth < MaxDepth;

    public Place InSection() => this with { Sections = false };

    public Place InQuote() => this with { Headings = false, Sections = false, Bare = false, Depth = Depth + 1 };

    public Place InEntry() => this with { Headings = false, Sections = false, Bare = true, Depth = Depth + 1 };

    /// <summary>What is said in a film or a sound: text, lists and quotations.</summary>
    public Place InTranscript() => this with { Headings = false, Sections = false, Tables = false, Bare = false, Depth = Depth + 1 };

    public Place InCell() => InEntry() with { Tables = false };
}
