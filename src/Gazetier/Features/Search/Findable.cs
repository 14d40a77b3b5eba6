using Gazetier.Features.Access;

namespace Gazetier.Features.Search;

/// <summary>Something that readers can find: what the index holds of it.</summary>
public sealed record Findable
{
    /// <summary>Its kind and its number or identifier, "article:12": there is one of it in the index.</summary>
    public required string Key { get; init; }

    /// <summary>Grows or changes whenever anything else here does: the index and the database are compared by it.</summary>
    public required long Version { get; init; }

    public required FoundKind Kind { get; init; }

    /// <summary>Where it stands on the site.</summary>
    public required string Path { get; init; }

    /// <summary>Shown to all.</summary>
    public required string Title { get; init; }

    /// <summary>Above the title; shown to all.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>Shown to all.</summary>
    public string Summary { get; init; } = "";

    /// <summary>References that name it ("n° 467890", an ECLI, a NOR): they are found, not shown.</summary>
    public string References { get; init; } = "";

    /// <summary>Plain text that all may read.</summary>
    public string Open { get; init; } = "";

    /// <summary>Plain text that only those may read who hold what <see cref="Asks"/> asks.</summary>
    public string Withheld { get; init; } = "";

    /// <summary>What it asks of its reader, times left aside.</summary>
    public Asked Asks { get; init; }

    /// <summary>UTC; until then it asks nothing.</summary>
    public DateTime? OpenUntil { get; init; }

    /// <summary>UTC; from then on it asks nothing.</summary>
    public DateTime? FreeAt { get; init; }

    /// <summary>UTC; what its age is counted from.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC; from then on nobody looks for it. Null: it does not end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The name of its form (<c>Interview</c>); empty where its kind has none.</summary>
    public string Format { get; init; } = "";

    /// <summary>Sections with those above them, themes, dossiers, authors, places with those around them, legal texts.</summary>
    public IReadOnlyCollection<Guid> Lists { get; init; } = [];
}

/// <summary>What can be found.</summary>
public enum FoundKind
{
    Article,
    LegalText,
    Event,
    Announcement,
    PrintIssue,
    Comment,
}
