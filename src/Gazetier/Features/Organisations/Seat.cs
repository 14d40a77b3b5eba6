using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Organisations;

/// <summary>Place: one person's part in the subscription of an organisation. As long as it stands, its account reads.</summary>
public class Seat
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    /// <summary>1 to the number of seats of the subscription; one that is given back goes to the next who comes.</summary>
    public int Number { get; set; }

    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    public SeatOrigin Origin { get; set; }

    /// <summary>UTC.</summary>
    public DateTime TakenAt { get; set; }
}

/// <summary>How somebody came to a seat.</summary>
public enum SeatOrigin
{
    /// <summary>The manager invited this address.</summary>
    Invitation,

    /// <summary>By the link that the manager passed on.</summary>
    Link,

    /// <summary>The reader's proven address is of the organisation's domain .</summary>
    Domain,

    /// <summary>The reader's provider named the organisation's SIRET (P-05).</summary>
    SingleSignOn,

    /// <summary>The newspaper's desk.</summary>
    Desk,
}
