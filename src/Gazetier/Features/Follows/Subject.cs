namespace Gazetier.Features.Follows;

/// <summary>Something that can be followed.</summary>
public readonly record struct Subject(FollowKind Kind, Guid Id);

/// <summary>Something that a reader chose to follow, and how.</summary>
/// <param name="Label">A phrase as its reader wrote it.</param>
public sealed record Followed(Subject Subject, FollowRhythm Rhythm, string? Label = null);

/// <summary>Something whose news a reader is owed.</summary>
/// <param name="Since">UTC; what appeared until then they have had.</param>
public readonly record struct Wanted(Subject Subject, DateTime Since);
