namespace Gazetier.Features.Conversation.Moderation;

/// <summary>A comment that was sent, with all that is known of who sends it and of what comes at the same time: what the phases judge.</summary>
public sealed record Submission(string Text, CommentRules Rules)
{
    public string Name { get; init; } = "";

    public string Function { get; init; } = "";

    /// <summary>Of the newsroom: what is said at work needs no reading over.</summary>
    public bool IsStaff { get; init; }

    /// <summary>Comments of this person that readers see.</summary>
    public int PublishedBefore { get; init; }

    /// <summary>Comments of this person that were refused or removed in thirty days.</summary>
    public int RefusedLately { get; init; }

    /// <summary>Comments of this person that wait.</summary>
    public int WaitingOfPerson { get; init; }

    /// <summary>Whether this person said the same under this article.</summary>
    public bool SaidBefore { get; init; }

    /// <summary>Other people who said the same in an hour.</summary>
    public int SaidByOthers { get; init; }

    /// <summary>Comments of this person in ten minutes, with this one.</summary>
    public int RecentOfPerson { get; init; }

    /// <summary>Comments under this article in a minute, with this one.</summary>
    public int RecentOfArticle { get; init; }

    /// <summary>Comments in the newspaper in a minute, with this one.</summary>
    public int RecentOfSite { get; init; }

    /// <summary>The newsroom wants to read this person before.</summary>
    public bool IsPreModerated { get; init; }

    /// <summary>The article, its section or the newspaper wants it read before.</summary>
    public bool ReadsBefore { get; init; }

    /// <summary>A history that vouches: three that readers see, and none refused lately.</summary>
    public bool IsKnown => IsStaff || (PublishedBefore >= 3 && RefusedLately == 0 && !IsPreModerated);
}

/// <summary>What becomes of a comment.</summary>
public enum Outcome
{
    Published,
    Waiting,
    Refused,

    /// <summary>The form comes back, with the text in it: nothing was decided of it.</summary>
    NotTaken,
}

/// <summary>What a phase found, or all of them together.</summary>
public readonly record struct Finding(Outcome Outcome, ModerationReason Reason)
{
    public static readonly Finding Published = new(Outcome.Published, ModerationReason.None);
}

/// <summary>One phase of the pipeline. Pure; null: nothing to say.</summary>
public interface IJudgeComments
{
    Finding? Judge(Submission sent);
}
