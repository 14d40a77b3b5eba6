namespace Gazetier.Features.Purchases;

/// <summary>
/// Règlement: money that came or went for a purchase. Never changed: what was wrong is undone by a counter-entry. The sum of a purchase's
/// payments is its <see cref="Purchase.KeptCents"/>.
/// </summary>
public class Payment
{
    public const int MaxNote = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PurchaseId { get; set; }
    public Purchase Purchase { get; set; } = null!;

    public PaymentKind Kind { get; set; }

    /// <summary>Below zero where it went out, or is a counter-entry.</summary>
    public int Cents { get; set; }

    public PaymentMeans Means { get; set; }

    /// <summary>The day on which the money moved.</summary>
    public DateOnly ReceivedOn { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Who of the desk recorded it; the name stays. "Stripe" where a provider said so.</summary>
    public string ByName { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The payment that this one undoes. Unique: it is undone once.</summary>
    public Guid? UndoesId { get; set; }

    /// <summary>The payment that a refund gives back, where the provider says which; null: the desk recorded it.</summary>
    public Guid? GivesBackId { get; set; }

    /// <summary>What the provider calls it; unique. Null: recorded by the desk.</summary>
    public string? ProviderReference { get; set; }
}

/// <summary>What a payment is.</summary>
public enum PaymentKind
{
    Received,
    Refund,
    CounterEntry,
}
