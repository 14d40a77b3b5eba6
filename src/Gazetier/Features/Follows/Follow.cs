namespace Gazetier.Features.Follows;

/// <summary>One thing that one reader follows. Together they are the reader's profile: home view, edition, alerts and private feed come from it.</summary>
public class Follow
{
    public Guid AccountId { get; set; }
    public FollowKind Kind { get; set; }

    /// <summary>The theme, section, dossier, author, place, phrase or legal text.</summary>
    public Guid SubjectId { get; set; }

    public FollowRhythm Rhythm { get; set; } = FollowRhythm.EachMorning;

    /// <summary>A phrase as its reader wrote it; null for what has a name of its own.</summary>
    public string? Label { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>What can be followed.</summary>
public enum FollowKind
{
    Theme,
    Section,
    Dossier,
    Author,
    Place,
    Keyword,
    LegalText,
}

/// <summary>When what is new in something followed is told by mail.</summary>
public enum FollowRhythm
{
    /// <summary>By an alert, within seconds; and in the next edition, where no alert left.</summary>
    AtOnce,

    /// <summary>In each edition of Ma Gazette.</summary>
    EachMorning,

    /// <summary>In one edition a week.</summary>
    Weekly,
}
