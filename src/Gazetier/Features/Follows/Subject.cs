namespace Gazetier.Features.Follows;

/// <summary>Something that can be followed: a theme, a section, a dossier or an author.</summary>
public readonly record struct Subject(FollowKind Kind, Guid Id);
