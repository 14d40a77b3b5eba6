using Gazetier.Features.Conversation.Restrictions;

namespace Gazetier.Features.Conversation;

/// <summary>Where a person stands: what of the newsroom's measures holds now. Pure.</summary>
public sealed record Standing(IReadOnlyList<Restriction> InForce)
{
    public bool IsPreModerated => InForce.Any(r => r.Kind == RestrictionKind.PreModerated);

    /// <summary>What keeps the person from writing at all, the heaviest first; null: nothing does.</summary>
    public Restriction? Stop => InForce.Where(r => r.Kind is RestrictionKind.Barred or RestrictionKind.Suspended || (r.Kind == RestrictionKind.Warned && r.AcknowledgedAt is null))
        .OrderByDescending(r => r.Kind).FirstOrDefault();
}
