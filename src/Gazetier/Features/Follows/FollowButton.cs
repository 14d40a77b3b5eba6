namespace Gazetier.Features.Follows;

/// <summary>What the partial <c>_FollowButton</c> offers to follow.</summary>
public sealed record FollowButton(FollowKind Kind, string Slug)
{
    /// <summary>Null: as its kind is called, "Suivre cette rubrique".</summary>
    public string? Label { get; init; }
}
