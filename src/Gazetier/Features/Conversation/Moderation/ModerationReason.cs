namespace Gazetier.Features.Conversation.Moderation;

/// <summary>Why a comment was refused or waits. Kept as its name; said by <see cref="ModerationSentences"/>.</summary>
public enum ModerationReason
{
    None,
    TooShort,
    TooLong,

    /// <summary>The person said it before.</summary>
    SaidBefore,

    /// <summary>Others say the very same.</summary>
    SaidByMany,
    RefusedWord,
    SuspectWord,
    Links,
    TooFast,

    /// <summary>The person has several that wait.</summary>
    ManyWaiting,

    /// <summary>Many comments come at once, and the person is not known yet.</summary>
    Crowd,

    /// <summary>Several of the person's were refused lately.</summary>
    RefusedLately,
    PreModerated,
    Newcomer,

    /// <summary>The article, its section or the newspaper wants it read before.</summary>
    ReadBefore,

    /// <summary>The outside judge said so.</summary>
    Outside,

    /// <summary>The outside judge did not answer.</summary>
    OutsideSilent,

    /// <summary>It was changed after it was read.</summary>
    Edited,

    /// <summary>By a person of the newsroom.</summary>
    Moderator,
}
