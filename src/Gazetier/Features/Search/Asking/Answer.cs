using Gazetier.Features.Access;

namespace Gazetier.Features.Search.Asking;

/// <summary>What was found.</summary>
public sealed record Answer
{
    public required Question Question { get; init; }

    public required int Total { get; init; }

    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>Of all that was found, by what it may be narrowed to; the largest first.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Of all that was found, what anybody may read.</summary>
    public required int ForAll { get; init; }

    /// <summary>Of all that was found, what whoever asks may read.</summary>
    public required int ForMe { get; init; }

    /// <summary>Nothing has all of the words; this has some of them.</summary>
    public bool IsGenerous { get; init; }

    /// <summary>Words that stand nowhere, as far as whoever asks may read, and what was looked for in their place.</summary>
    public IReadOnlyList<Guess> Guesses { get; init; } = [];

    /// <summary>Of all that was found, how much is of each year on the newspaper's clock; the newest first.</summary>
    public IReadOnlyList<YearCount> Years { get; init; } = [];

    /// <summary>There was too much to look at: what is told is what was seen until then.</summary>
    public bool IsCut { get; init; }

    /// <summary>Names that nothing has: "auteur:x" where no author is called so.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>One thing that was found.</summary>
/// <param name="Snippet">Of what whoever asked may read.</param>
/// <param name="Requirement">What it asks of its reader now.</param>
/// <param name="MayRead">Whoever asked may read it whole.</param>
public sealed record Hit(
    string Key, FoundKind Kind, string Path, string Kicker, IReadOnlyList<SnippetPiece> Title, IReadOnlyList<SnippetPiece> Snippet, DateTime At, Requirement Requirement, bool MayRead);

/// <summary>A word that stands nowhere.</summary>
/// <param name="Written">As it was typed.</param>
/// <param name="Found">What is like it, as it stands in the hits of the page; empty where it stands in none of them.</param>
public sealed record Guess(string Written, IReadOnlyList<string> Found);

/// <summary>How much is of one year.</summary>
public readonly record struct YearCount(int Year, int Count);

/// <summary>Something that what was found can be narrowed to.</summary>
/// <param name="Heading">Null: it is a kind or a format.</param>
/// <param name="Value">The slug, the name of the format or of the kind.</param>
public sealed record Facet(FacetGroup Group, string Value, Heading? Heading, int Count);

/// <summary>What can be narrowed by.</summary>
public enum FacetGroup
{
    Kind,
    Format,
    Section,
    Theme,
    Club,
    Dossier,
    Author,
    Place,
}
