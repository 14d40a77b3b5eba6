using Gazetier.Features.Follows;

namespace Gazetier.Features.Headings;

/// <summary>
/// Fusion: a theme, dossier or author that became part of another. What still names the one, a manuscript that was written before or
/// an import, is read as if it named the other.
/// </summary>
public class Merger
{
    /// <summary>Of the one that is no more.</summary>
    public Guid FromId { get; set; }

    /// <summary>Of the one that it is part of now; never itself part of another.</summary>
    public Guid IntoId { get; set; }

    public FollowKind Kind { get; set; }

    /// <summary>The slug that it had; its address leads to the other's.</summary>
    public required string Slug { get; set; }

    /// <summary>The name that it had.</summary>
    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
