using Gazetier.Features.Articles;

namespace Gazetier.Features.Clubs.Questions;

/// <summary>A question that a member put to the experts of a club. Its answer is an article, under the club's own access.</summary>
public class ClubQuestion
{
    public const int MaxSubject = 150;
    public const int MaxText = 3_000;
    public const int MaxReason = 1_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ClubId { get; set; }
    public Club Club { get; set; } = null!;

    /// <summary>Null once the account is gone: the answer stays, and nobody's name was ever in it.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; set; }

    public required string Subject { get; set; }

    /// <summary>Plain text.</summary>
    public required string Text { get; set; }

    public QuestionState State { get; set; }

    /// <summary>The answer, from its first draft on.</summary>
    public long? ArticleId { get; set; }
    public Article? Article { get; set; }

    /// <summary>Told to the one who asked, where it was declined.</summary>
    public string Reason { get; set; } = "";

    /// <summary>UTC; when its answer appeared, or it was declined.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>What has become of a question.</summary>
public enum QuestionState
{
    Waiting,

    /// <summary>An answer is being written.</summary>
    InHand,

    /// <summary>The answer has appeared, and whoever asked was told.</summary>
    Answered,
    Declined,
}
