using Gazetier.Locales;

namespace Gazetier.Print;

/// <summary>A letter on A4, as it is printed: an acknowledgement, a quote. What it says comes from rows; made again, it says the same.</summary>
/// <param name="Newspaper">Stands at its head, as on a letterhead.</param>
/// <param name="Title">The heading, and the title of the document.</param>
/// <param name="At">UTC; when what it says was so.</param>
public sealed record Sheet(string Newspaper, string Title, DateTime At, Phrases T)
{
    /// <summary>Who publishes it and where, at the foot of each page.</summary>
    public IReadOnlyList<string> Identity { get; init; } = [];

    /// <summary>Address of who grants text and data mining; null where it is not reserved.</summary>
    public string? MiningPolicy { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>A piece of a sheet.</summary>
public abstract record Block
{
    /// <summary>Between two parts.</summary>
    public sealed record Heading(string Text) : Block;

    public sealed record Paragraph(string Text) : Block;

    /// <summary>A table of names and what they are.</summary>
    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Rows) : Block;

    /// <summary>A table of lines with their amounts; totals are bold.</summary>
    public sealed record Sums(IReadOnlyList<(string Name, string Amount, bool IsTotal)> Rows) : Block;
}
