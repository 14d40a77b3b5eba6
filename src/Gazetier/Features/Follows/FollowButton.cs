namespace Gazetier.Features.Follows;

/// <summary>What the partial <c>_FollowButton</c> offers to follow.</summary>
public sealed record FollowButton(FollowKind Kind, string Slug);
