namespace Gazetier.Features.Bounces;

/// <summary>
/// What came back about one delivery. One of a kind for each delivery: a message that comes in twice, by whichever way,
/// counts once.
/// </summary>
public class RecordedBounce
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>No foreign key: deliveries may be cleared away earlier.</summary>
    public Guid DeliveryId { get; set; }

    public BounceKind Kind { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>"" when its account is gone; the row stays for the rates.</summary>
    public required string Email { get; set; }

    /// <summary>In small letters.</summary>
    public required string Domain { get; set; }

    public required string List { get; set; }

    /// <summary>"5.1.1".</summary>
    public string Status { get; set; } = "";

    /// <summary>The server's words.</summary>
    public string Diagnostic { get; set; } = "";
}
