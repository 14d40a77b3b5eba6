using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Organisations;

/// <summary>
/// Invitation: a steward asks one address to take a seat. As long as it is open it holds that seat, so that accepting it never fails
/// (docs/decisions/0027). The link of its mail carries a random token; here stands only its SHA-256. Gone once it is accepted.
/// </summary>
public class Invitation
{
    /// <summary>How long a link is good: somebody may be on leave.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(21);

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    /// <summary>As <see cref="Accounts.EmailAddress.Read"/> gives it.</summary>
    public required string Email { get; set; }

    /// <summary>How the steward calls them; may be empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>Null until the mail leaves; each mail makes the links of those before void.</summary>
    public string? TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime InvitedAt { get; set; }

    /// <summary>UTC; null: the mail has yet to leave.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>UTC; from then on it holds no seat.</summary>
    public DateTime ExpiresAt { get; set; }

    public bool IsOpen(DateTime now) => now < ExpiresAt;
}
