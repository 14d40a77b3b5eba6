using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Departures;

/// <summary>
/// Notification de résiliation (C. conso. L215-1-1, D215-1 to D215-3) ou de rétractation (L221-18, L221-21): that somebody ends a
/// contract, as they declared it, with what it brought about. Nothing of the declaration is ever changed.
/// </summary>
public class Departure
{
    public const int MaxName = 200;
    public const int MaxReference = 60;
    public const int MaxGround = 2_000;
    public const int MaxAddress = 500;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What the acknowledgement calls it: "RES-7K3F9-2QDX5". Unique.</summary>
    public string Number { get; set; } = SubscriptionReference.New("RES");

    public DepartureKind Kind { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; set; }

    /// <summary>Of a person, or of an organisation.</summary>
    public required string Name { get; set; }

    /// <summary>Where the acknowledgement goes.</summary>
    public required string Email { get; set; }

    /// <summary>What was typed as the reference of the contract; may be empty.</summary>
    public string Reference { get; set; } = "";

    /// <summary>The day that was wished for, on the newspaper's calendar; null: as soon as can be.</summary>
    public DateOnly? WishedOn { get; set; }

    /// <summary>Why it must end before its term (motif légitime); empty: it need not.</summary>
    public string Ground { get; set; } = "";

    /// <summary>Only where there is a ground: D215-2 asks for it.</summary>
    public string PostalAddress { get; set; } = "";

    /// <summary>"fr" or "en".</summary>
    public string Language { get; set; } = "fr";

    /// <summary>The contract that it ended; null where none was found: the desk looks for it.</summary>
    public Guid? SubscriptionId { get; set; }

    public Subscription? Subscription { get; set; }

    /// <summary>UTC; when the contract ends. Null where none was found.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Cents that are to be paid back, by what was paid when it came; null: nothing is owed, or no purchase says what was paid, and the desk works it out.</summary>
    public int? RefundCents { get; set; }

    /// <summary>UTC; by when the money must be back (L221-24, L215-1). Null: nothing is owed.</summary>
    public DateTime? RefundDueAt { get; set; }

    /// <summary>UTC; when the desk had done what was left to do. Null: it waits, or there was nothing.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>Whether the desk has something to do about it: a contract to find, a ground to judge, money to pay back.</summary>
    public bool AsksTheDesk { get; set; }
}

public enum DepartureKind
{
    /// <summary>Résiliation.</summary>
    Cancellation,

    /// <summary>Rétractation.</summary>
    Withdrawal,
}
