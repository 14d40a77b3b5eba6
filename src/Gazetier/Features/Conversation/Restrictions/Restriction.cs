namespace Gazetier.Features.Conversation.Restrictions;

/// <summary>
/// Mesure: what the newspaper does to a comment or to who writes, with its statement of reasons (DSA art. 17): what, which facts,
/// automated or not, the ground in law or in our terms, the ways of redress; and the appeal against it, judged by somebody else (art. 20).
/// </summary>
public class Restriction
{
    public const int MaxFacts = 2_000;
    public const int MaxAppeal = 5_000;

    /// <summary>How long its person may appeal.</summary>
    public const int AppealMonths = 6;

    /// <summary>After it ended: for the report of the year, and the one after it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 365);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>"MOD-7K3M-92QF": what both sides quote.</summary>
    public required string Number { get; set; }

    public RestrictionKind Kind { get; set; }

    /// <summary>Whom it concerns; null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The comment; null for a measure about the person.</summary>
    public Guid? CommentId { get; set; }
    public Comment? Comment { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>UTC; the end of a suspension.</summary>
    public DateTime? Until { get; set; }

    /// <summary>Facts and circumstances, as its person reads them.</summary>
    public string Facts { get; set; } = "";

    public RestrictionGround Ground { get; set; }

    /// <summary>Found and decided by the program alone.</summary>
    public bool IsAutomated { get; set; }

    /// <summary>A notice of somebody led to it.</summary>
    public bool FollowsNotice { get; set; }

    /// <summary>Who decided; null: the program, or somebody who is gone.</summary>
    public Guid? ById { get; set; }

    /// <summary>UTC; a warning that its person read.</summary>
    public DateTime? AcknowledgedAt { get; set; }

    /// <summary>UTC; when it ended before its time.</summary>
    public DateTime? LiftedAt { get; set; }

    /// <summary>What its person says against it.</summary>
    public string Appeal { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? AppealedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AppealDecidedAt { get; set; }

    /// <summary>Whether it ended with the appeal; null: not decided.</summary>
    public bool? AppealSucceeded { get; set; }

    /// <summary>What we answered.</summary>
    public string AppealAnswer { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime AppealUntil => At.AddMonths(AppealMonths);

    public bool MayAppeal(DateTime now) => AppealedAt is null && LiftedAt is null && now < AppealUntil;

    /// <summary>Whether it waits for its judge.</summary>
    public bool IsAppealed => AppealedAt is not null && AppealDecidedAt is null;

    /// <summary>Who decided does not judge: another does (DSA art. 20; L-60).</summary>
    public bool MayBeJudgedBy(Guid staff) => IsAppealed && ById != staff && AccountId != staff;

    /// <summary>Whether it still keeps its person from writing freely.</summary>
    public bool IsInForce(DateTime now) => LiftedAt is null && !(now >= Until);
}

/// <summary>What was done. Kept as its name.</summary>
public enum RestrictionKind
{
    /// <summary>A comment that readers never saw.</summary>
    Refused,

    /// <summary>A comment that was taken off.</summary>
    Removed,
    Warned,

    /// <summary>What the person writes is read before.</summary>
    PreModerated,
    Suspended,

    /// <summary>For good.</summary>
    Barred,
}

/// <summary>In law, or in our terms.</summary>
public enum RestrictionGround
{
    /// <summary>Our terms: off the subject, spam, advertising.</summary>
    Spam,

    /// <summary>Our terms: courtesy.</summary>
    Courtesy,

    /// <summary>Our terms: off the subject.</summary>
    OffTopic,

    /// <summary>Our terms: somebody's private data.</summary>
    PrivateData,

    /// <summary>Law of 29 July 1881: insult, defamation.</summary>
    Defamation,

    /// <summary>Law of 29 July 1881, art. 24: hate, provocation, denial.</summary>
    Hate,

    /// <summary>Penal code: harassment, threats.</summary>
    Threat,

    /// <summary>Another law: the facts say which.</summary>
    OtherLaw,
}
