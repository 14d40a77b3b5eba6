using System.Globalization;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The ledger: one issue to one reader, written before it is sent, closed once with the server's answer. What was in
/// flight when a node died is settled by rule (docs/decisions/0009), never guessed.
/// </summary>
public class Delivery
{
    /// <summary>The name of the list of all alerts, each of whose issues is one article.</summary>
    public const string Alerts = "alerts";

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid IssueId { get; set; }
    public Issue Issue { get; set; } = null!;

    /// <summary>Null once the account is gone; the row stays as proof.</summary>
    public Guid? AccountId { get; set; }

    public required string Email { get; set; }
    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>What the mail holds: article numbers in order, separated by commas; frozen when composed.</summary>
    public required string Articles { get; set; }

    /// <summary>UTC; a node that took the row must close it before. Null when nobody holds it.</summary>
    public DateTime? ClaimedUntil { get; set; }

    /// <summary>The claim that holds the row, new for each batch: who lost the row to another cannot send it any more.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>UTC; not to be tried before.</summary>
    public DateTime NotBefore { get; set; }

    public int Attempts { get; set; }

    /// <summary>The server's last answer, "250 2.0.0 Ok: queued as 4F1".</summary>
    public string? Answer { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>The numbers in <see cref="Articles"/>, in their order.</summary>
    public IReadOnlyList<long> ArticleIds() => IdsIn(Articles);

    /// <summary>The numbers that <see cref="Join"/> wrote.</summary>
    public static IReadOnlyList<long> IdsIn(string articles) =>
        [.. articles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    public static string Join(IEnumerable<long> articles) =>
        string.Join(',', articles.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Each delivery ends in exactly one of the last three.</summary>
public enum DeliveryState
{
    Waiting,

    /// <summary>All but the last line is handed to the SMTP server; its answer is not yet written.</summary>
    InFlight,

    Sent,
    Failed,

    /// <summary>The reader left between composing and sending.</summary>
    Dropped,
}
