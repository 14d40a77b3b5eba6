namespace Gazetier.Features.Subscriptions;

/// <summary>
/// That a holder was told, in time, that a contract will be renewed and how to prevent it (C. conso. L215-1): the letter as it was
/// written, and what the mail server said to it. Without it the contract may be ended on any day after it was renewed.
/// </summary>
public class RenewalNotice
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    /// <summary>UTC; the end of the term that it is about, which is also the last moment to say no.</summary>
    public DateTime TermEndsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; set; }

    public required string To { get; set; }
    public required string Subject { get; set; }

    /// <summary>The paragraphs of the letter, parted by a line feed.</summary>
    public required string Text { get; set; }

    /// <summary>Of the outbox; its row goes one day, its answer stays here.</summary>
    public Guid MailId { get; set; }

    /// <summary>What the mail server answered; empty while it has not.</summary>
    public string Answer { get; set; } = "";

    /// <summary>UTC; when the server took it. Null: not yet, or never.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>UTC; when it was given up: somebody must write on paper, or telephone.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>The law's window: from three months before the term's end, to one month before it.</summary>
    public static bool IsInWindow(DateTime now, DateTime termEndsAt) => termEndsAt.AddMonths(-3) <= now && now < termEndsAt.AddMonths(-1);
}
