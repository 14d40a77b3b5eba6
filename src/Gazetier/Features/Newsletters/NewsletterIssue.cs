using Gazetier.Features.Deliveries;

namespace Gazetier.Features.Newsletters;

/// <summary>
/// Numéro d'une lettre: what is written in it, and when it leaves. Once posted it stays as it is (E-06); what becomes of its mails
/// is told by its issue of the ledger.
/// </summary>
public class NewsletterIssue
{
    /// <summary>Longer subjects are cut by the reader's screen.</summary>
    public const int MaxSubject = 90;

    public const int MaxPreheader = 140;
    public const int MostBlocks = 40;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid NewsletterId { get; set; }
    public Newsletter Newsletter { get; set; } = null!;

    /// <summary>From 1, given when it is posted; null before.</summary>
    public int? Number { get; set; }

    public string Subject { get; set; } = "";

    /// <summary>What mail programs show beside the subject; may be empty.</summary>
    public string Preheader { get; set; } = "";

    public NewsletterIssueState State { get; set; }

    /// <summary>UTC; when it is to leave. Null for a draft.</summary>
    public DateTime? ScheduledAt { get; set; }

    /// <summary>UTC; when it left.</summary>
    public DateTime? PostedAt { get; set; }

    /// <summary>Its issue in the ledger; null until its first deliveries are written.</summary>
    public Guid? PostingId { get; set; }

    public Issue? Posting { get; set; }

    /// <summary>The account up to which deliveries are written; null: none is.</summary>
    public Guid? WrittenUntil { get; set; }

    /// <summary>UTC; when the last delivery was written. Null: some may be missing.</summary>
    public DateTime? WrittenAt { get; set; }

    public DateTime SavedAt { get; set; }

    public string SavedByName { get; set; } = "";

    public List<NewsletterBlock> Blocks { get; set; } = [];

    public bool IsPosted => State == NewsletterIssueState.Posted;

    public string PathIn(Newsletter newsletter) => FormattableString.Invariant($"{newsletter.Path}{Number}");

    /// <summary>Of its issue in the ledger: the same, whoever asks.</summary>
    public string KeyIn(Newsletter newsletter) => FormattableString.Invariant($"lettre/{newsletter.Slug}/{Number}");
}

/// <summary>How far it is.</summary>
public enum NewsletterIssueState
{
    Draft,
    Scheduled,
    Posted,
}
