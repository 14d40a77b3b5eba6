namespace Gazetier.Features.Conversation.Moderation;

/// <summary>Neither nothing nor a treatise.</summary>
public sealed class JudgeLength : IJudgeComments
{
    public Finding? Judge(Submission sent) =>
        !sent.Text.Any(char.IsLetterOrDigit) ? new(Outcome.NotTaken, ModerationReason.TooShort)
        : sent.Text.Length > sent.Rules.MaxLength ? new(Outcome.NotTaken, ModerationReason.TooLong)
        : null;
}

/// <summary>Nobody says the same twice; what several say word for word is looked at together.</summary>
public sealed class JudgeRepeat : IJudgeComments
{
    /// <summary>So many others say "Bravo" in an hour and are no wave.</summary>
    public const int Others = 3;

    public Finding? Judge(Submission sent) =>
        sent.SaidBefore ? new(Outcome.NotTaken, ModerationReason.SaidBefore)
        : sent.SaidByOthers >= Others && !sent.IsKnown ? new(Outcome.Waiting, ModerationReason.SaidByMany)
        : null;
}

/// <summary>Two lists of the newsroom: what no comment says, and what somebody looks at.</summary>
public sealed class JudgeWords : IJudgeComments
{
    public Finding? Judge(Submission sent)
    {
        if (sent.IsStaff)
        {
            return null;
        }

        var said = WordList.Fold($"{sent.Name} . {sent.Function} . {sent.Text}");
        return WordList.Of(sent.Rules.RefusedWords).IsIn(said) ? new(Outcome.Refused, ModerationReason.RefusedWord)
            : WordList.Of(sent.Rules.SuspectWords).IsIn(said) ? new(Outcome.Waiting, ModerationReason.SuspectWord)
            : null;
    }
}

/// <summary>Links are what spam is for: many are looked at, and any of somebody new.</summary>
public sealed class JudgeLinks : IJudgeComments
{
    public Finding? Judge(Submission sent)
    {
        var links = sent.IsStaff ? 0 : CommentHtml.LinksIn(sent.Text).Count;
        return links > sent.Rules.MostLinks || (links > 0 && sent.PublishedBefore == 0) ? new(Outcome.Waiting, ModerationReason.Links) : null;
    }
}

/// <summary>
/// How much comes at once: of one person, under one article, in all. What a crowd brings is kept and waits; who has a history is
/// not slowed by the crowd.
/// </summary>
public sealed class JudgePace : IJudgeComments
{
    /// <summary>Of one person: the queue cannot be filled by one.</summary>
    public const int MostWaiting = 5;

    public Finding? Judge(Submission sent) =>
        sent.IsStaff ? null
        : sent.RecentOfPerson > sent.Rules.MostOfPerson ? new(Outcome.NotTaken, ModerationReason.TooFast)
        : sent.WaitingOfPerson >= MostWaiting ? new(Outcome.NotTaken, ModerationReason.ManyWaiting)
        : !sent.IsKnown && (sent.RecentOfArticle > sent.Rules.MostOfArticle || sent.RecentOfSite > sent.Rules.MostOfSite) ? new(Outcome.Waiting, ModerationReason.Crowd)
        : null;
}

/// <summary>Whose comments were refused lately, or whom the newsroom wants to read before.</summary>
public sealed class JudgeHistory : IJudgeComments
{
    public const int Refusals = 2;

    public Finding? Judge(Submission sent) =>
        sent.IsStaff ? null
        : sent.IsPreModerated ? new(Outcome.Waiting, ModerationReason.PreModerated)
        : sent.RefusedLately >= Refusals ? new(Outcome.Waiting, ModerationReason.RefusedLately)
        : null;
}

/// <summary>A person's first.</summary>
public sealed class JudgeNewcomer : IJudgeComments
{
    public Finding? Judge(Submission sent) =>
        sent.Rules.HoldsNewcomers && !sent.IsStaff && sent.PublishedBefore == 0 ? new(Outcome.Waiting, ModerationReason.Newcomer) : null;
}

/// <summary>The rule of the article, of its section, of the newspaper.</summary>
public sealed class JudgeRule : IJudgeComments
{
    public Finding? Judge(Submission sent) => sent.ReadsBefore && !sent.IsStaff ? new(Outcome.Waiting, ModerationReason.ReadBefore) : null;
}
