using Gazetier.Features.Articles;

namespace Gazetier.Features.Replies;

/// <summary>
/// Demande de droit de réponse: somebody named in an article asks that their answer be published with it (L-30). It publishes nothing
/// by itself: the newsroom decides, within three days. Who asked, and where they live, never leaves the newsroom.
/// </summary>
public class ReplyRequest
{
    public const int MaxPassage = 2_000;
    public const int MaxAddress = 500;
    public const int MaxIdentity = 500;
    public const int MaxWords = 2_000;

    /// <summary>How long one that was decided on is kept, for who contests the decision.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Before the deadline, when the editors-in-chief are told once more.</summary>
    public static readonly TimeSpan LastCall = TimeSpan.FromHours(24);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>"DR-7K3M-92QF": what both sides quote.</summary>
    public required string Number { get; set; }

    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>What of the article they complain of, in their words or its.</summary>
    public required string Passage { get; set; }

    /// <summary>The reply that is asked for, plain text.</summary>
    public required string Text { get; set; }

    public required string Name { get; set; }

    /// <summary>Function or organisation; may be empty.</summary>
    public string Function { get; set; } = "";

    public required string PostalAddress { get; set; }

    /// <summary>As <c>EmailAddress.Read</c> gives it.</summary>
    public required string Email { get; set; }

    /// <summary>How they can prove who they are, in words: no paper is asked for before it is needed (L-40).</summary>
    public required string Identity { get; set; }

    public ReplyCapacity Capacity { get; set; }

    /// <summary>"fr" or "en": of the screens that they asked on, and of our letters.</summary>
    public required string Language { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; set; }

    /// <summary>UTC; see <see cref="ReplyClock"/>.</summary>
    public DateTime DueAt { get; set; }

    public ReplyState State { get; set; } = ReplyState.Received;

    /// <summary>What we asked back, or why we refused, as they read it.</summary>
    public string Answer { get; set; } = "";

    /// <summary>UTC; of the publication or the refusal.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>UTC; when the editors-in-chief were told that the deadline is near.</summary>
    public DateTime? LastCalledAt { get; set; }

    /// <summary>What was published of it.</summary>
    public Guid? ReplyId { get; set; }

    /// <summary>Whether it waits for a decision. Asking back does not stop the clock: the law counts from receipt.</summary>
    public bool IsOpen => State is ReplyState.Received or ReplyState.AskedBack;

    public bool IsLate(DateTime now) => IsOpen && DueAt < now;

    /// <summary>Whether it came later after publication than the law gives.</summary>
    /// <param name="months">See <c>ReplyOptions.Months</c>.</param>
    public bool CameLate(DateTime publishedAt, int months) => ReceivedAt > publishedAt.AddMonths(months);
}

/// <summary>Who asks.</summary>
public enum ReplyCapacity
{
    /// <summary>The person who is named or designated.</summary>
    Named,

    /// <summary>Somebody who speaks for them.</summary>
    Representative,
}

/// <summary>Where a request stands.</summary>
public enum ReplyState
{
    Received,

    /// <summary>We asked for something; the clock runs on.</summary>
    AskedBack,
    Published,
    Refused,
}
