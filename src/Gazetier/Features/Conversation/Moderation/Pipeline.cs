namespace Gazetier.Features.Conversation.Moderation;

/// <summary>The phases in their order. The worst that one of them finds counts; of equals, what was found first. Pure.</summary>
public static class Pipeline
{
    public static readonly IReadOnlyList<IJudgeComments> Phases =
    [
        new JudgeLength(), new JudgeRepeat(), new JudgeWords(), new JudgeLinks(), new JudgePace(), new JudgeHistory(), new JudgeNewcomer(), new JudgeRule(),
    ];

    public static Finding Judge(Submission sent) => Judge(sent, Phases);

    public static Finding Judge(Submission sent, IEnumerable<IJudgeComments> phases) =>
        phases.Select(phase => phase.Judge(sent)).OfType<Finding>().Aggregate(Finding.Published, Worse);

    /// <summary>The worse of two; the first where they are alike.</summary>
    public static Finding Worse(Finding one, Finding other) => other.Outcome > one.Outcome ? other : one;
}
