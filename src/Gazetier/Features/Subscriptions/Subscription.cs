using Gazetier.Features.Accounts;

namespace Gazetier.Features.Subscriptions;

/// <summary>A reader's right to the newspaper for a term.</summary>
public class Subscription
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    /// <summary>UTC, inclusive.</summary>
    public DateTime From { get; set; }

    /// <summary>UTC, exclusive: the right ends at this instant.</summary>
    public DateTime Until { get; set; }

    /// <summary>Where it comes from, in words for the desk: "Formule Individuelle", "Abonnement offert".</summary>
    public required string Origin { get; set; }

    public bool IsActive(DateTime now) => From <= now && now < Until;
}
