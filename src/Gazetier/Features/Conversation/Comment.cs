using Gazetier.Features.Articles;
using Gazetier.Features.Conversation.Moderation;

namespace Gazetier.Features.Conversation;

/// <summary>
/// Réaction: what a reader says under an article (L-61). Plain text is kept, and HTML made from it when it is shown. A reply
/// belongs to the comment that began its thread: one level, whoever answers whom.
/// </summary>
public class Comment
{
    public const int MaxName = 60;
    public const int MaxFunction = 100;

    /// <summary>How long the address that it came from is kept (décret 2021-1362).</summary>
    public static readonly TimeSpan AddressKept = TimeSpan.FromDays(365);

    /// <summary>How long one that was never shown, or no longer is, is kept: as long as its author may contest it, and a month for the answer.</summary>
    public static readonly TimeSpan UnseenKept = TimeSpan.FromDays(214);

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    /// <summary>Null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The comment that began the thread; null: this one did.</summary>
    public Guid? ThreadId { get; set; }

    /// <summary>As readers see it; a pseudonym is allowed.</summary>
    public required string Name { get; set; }

    /// <summary>May be empty.</summary>
    public string Function { get; set; } = "";

    public CommentBadge Badge { get; set; }

    /// <summary>Plain text; an empty line ends a paragraph.</summary>
    public required string Text
    {
        get;
        set
        {
            field = value;
            TextKey = Conversation.TextKey.Of(value);
        }
    }

    /// <summary>The same for the same words, whatever the case, accents and signs between them; follows the text.</summary>
    public string TextKey { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime PostedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? EditedAt { get; set; }

    public CommentState State { get; set; }

    /// <summary>Why the pipeline held or refused it.</summary>
    public ModerationReason Reason { get; set; }

    /// <summary>UTC; when readers saw it first.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>UTC; when somebody of the newsroom decided on it, or its author withdrew it.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>UTC; chosen by the newsroom.</summary>
    public DateTime? FeaturedAt { get; set; }

    /// <summary>The issue in which those who follow the thread were told of it.</summary>
    public Guid? ToldIn { get; set; }

    /// <summary>Where it came from, for a year (décret 2021-1362); shown to nobody but the courts.</summary>
    public string FromAddress { get; set; } = "";

    /// <summary>Raised at each change.</summary>
    public int Version { get; set; }

    /// <summary>"Anne Rivoal, maire de Valmorel".</summary>
    public string Signature => Function.Length == 0 ? Name : $"{Name}, {Function}";

    /// <summary>The comment that began its thread, which may be this one.</summary>
    public Guid Root => ThreadId ?? Id;

    /// <summary>Where it stands on the article's page.</summary>
    public string Anchor => AnchorOf(Id);

    public static string AnchorOf(Guid id) => $"reaction-{id:N}";

    /// <summary>Whether its author may still change it: for some minutes, while nobody decided on it.</summary>
    /// <param name="now">UTC.</param>
    public bool MayBeChanged(int minutes, DateTime now) =>
        State is CommentState.Published or CommentState.Waiting && ClosedAt is null && now < PostedAt.AddMinutes(minutes);

    /// <summary>Whether its author may take it back: whenever it is there.</summary>
    public bool MayBeWithdrawn => State is CommentState.Published or CommentState.Waiting;
}

/// <summary>Where a comment stands. Kept as its name.</summary>
public enum CommentState
{
    Waiting,
    Published,

    /// <summary>Readers never saw it.</summary>
    Refused,

    /// <summary>Readers saw it, and it was taken off.</summary>
    Removed,

    /// <summary>By its author.</summary>
    Withdrawn,
}

/// <summary>Who speaks.</summary>
public enum CommentBadge
{
    None,

    /// <summary>Somebody of the staff.</summary>
    Newsroom,

    /// <summary>Who wrote the article.</summary>
    Author,

    /// <summary>A member of the club that the article lies in, where one becomes a member by its product.</summary>
    ClubMember,
}
