namespace Gazetier.Features.Conversation.Notices;

/// <summary>Signalement: somebody, known or not, says that a comment is illegal or breaks our terms (DSA art. 16; L-60).</summary>
public class CommentNotice
{
    public const int MaxExplanation = 3_000;
    public const int MaxName = 200;
    public const int MaxAnswer = 2_000;

    /// <summary>Who notified is forgotten a year after the decision; what remains counts in the report.</summary>
    public static readonly TimeSpan NotifierKept = TimeSpan.FromDays(365);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>"SIG-7K3M-92QF".</summary>
    public required string Number { get; set; }

    public Guid CommentId { get; set; }
    public Comment Comment { get; set; } = null!;

    public NoticeReason Reason { get; set; }

    public string Explanation { get; set; } = "";

    /// <summary>May be empty where the law lets it (offences against children), and once it was forgotten.</summary>
    public string Name { get; set; } = "";

    /// <summary>As <see cref="Name"/>.</summary>
    public string Email { get; set; } = "";

    /// <summary>"fr" or "en".</summary>
    public required string Language { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; set; }

    public NoticeState State { get; set; }

    /// <summary>What we answered.</summary>
    public string Answer { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }
}

/// <summary>Why somebody notifies. Kept as its name.</summary>
public enum NoticeReason
{
    Hate,
    Defamation,
    Threat,
    PrivateData,
    Children,
    Fraud,
    Spam,
    Courtesy,
    Other,
}

/// <summary>Where it stands.</summary>
public enum NoticeState
{
    Received,

    /// <summary>The comment was taken off.</summary>
    Upheld,

    /// <summary>It stays.</summary>
    Rejected,
}
