using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Lien d'inscription: one link of a contract that a steward passes on; whoever opens it and signs in takes a seat, while there is
/// one. It is found by the SHA-256 of its token; the token itself lies here sealed, so that its steward can copy it again.
/// </summary>
public class JoinLink
{
    /// <summary>One for each contract: a new one takes the place of the old.</summary>
    public Guid SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    public required string TokenHash { get; set; }

    public required string ClosedToken { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; null: until it is switched off.</summary>
    public DateTime? ExpiresAt { get; set; }

    public bool IsOpen(DateTime now) => ExpiresAt is null || now < ExpiresAt;

    /// <summary>What the token is sealed for.</summary>
    public static string Purpose(Guid subscriptionId) => $"join-link:{subscriptionId:N}";
}
