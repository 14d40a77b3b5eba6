namespace Gazetier.Features.Suppressions;

/// <summary>
/// An address that no edition, newsletter or alert is sent to any more, and why (E-04, E-05). Mails that somebody asked for
/// (a link, an invoice, an acknowledgement) leave all the same (E-07).
/// </summary>
public class Suppression
{
    /// <summary>Characters of <see cref="Evidence"/>.</summary>
    public const int LongestEvidence = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>As the account and the delivery have it.</summary>
    public required string Email { get; set; }

    public SuppressionReason Reason { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The server's words, on one line.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>The list whose mail came back.</summary>
    public string List { get; set; } = "";

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? LiftedAt { get; set; }

    /// <summary>Who lifted it: "" the reader.</summary>
    public string LiftedByName { get; set; } = "";

    /// <summary>Whether the address itself is at fault, so that the reader must hear of it elsewhere.</summary>
    public bool IsOfAddress => Reason != SuppressionReason.Complaint;
}

public enum SuppressionReason
{
    /// <summary>The address is nobody's, its server says.</summary>
    Unknown,

    /// <summary>It could not be reached again and again.</summary>
    Unreachable,

    /// <summary>The reader called a mail of ours spam.</summary>
    Complaint,
}
