namespace Gazetier.Mail;

/// <summary>
/// The outbox: a transactional mail that is owed. The row is written in the transaction of what causes it; the text is
/// composed when it leaves, so that no secret rests here and a known and an unknown address cost the same (S-01).
/// </summary>
public class OutgoingMail
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Which mail: the name that its composer is registered under.</summary>
    public required string Kind { get; set; }

    public required string To { get; set; }

    /// <summary>What the composer needs to know, as JSON; never a secret.</summary>
    public string Arguments { get; set; } = "{}";

    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; not to be tried before.</summary>
    public DateTime NotBefore { get; set; }

    /// <summary>UTC; a node that took the row must close it before.</summary>
    public DateTime? ClaimedUntil { get; set; }

    public int Attempts { get; set; }
    public string? Answer { get; set; }

    /// <summary>UTC; set when it was sent, given up, or found to be owed to nobody.</summary>
    public DateTime? ClosedAt { get; set; }
}
