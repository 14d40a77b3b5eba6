namespace Gazetier.Features.Purchases.Cards;

/// <summary>What the provider of card payments told us, by its own number: told twice, it is done once.</summary>
public class CardNotice
{
    /// <summary>"evt_…".</summary>
    public required string Id { get; set; }

    /// <summary>"checkout.session.completed".</summary>
    public required string Kind { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; set; }
}
