namespace Gazetier.Features.Follows;

/// <summary>One thing that one reader follows. Together they are the reader's profile: home view and edition come from it.</summary>
public class Follow
{
    public Guid AccountId { get; set; }
    public FollowKind Kind { get; set; }

    /// <summary>The theme, section, dossier or author.</summary>
    public Guid SubjectId { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>What can be followed.</summary>
public enum FollowKind
{
    Theme,
    Section,
    Dossier,
    Author,
}
