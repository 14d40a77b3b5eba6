using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;

namespace Gazetier.Features.Conversation;

/// <summary>What the yearly report counts. Pure.</summary>
/// <param name="Published">Comments that readers saw first in the year.</param>
public sealed record YearOfModeration(IReadOnlyList<YearOfModeration.Notice> Notices, IReadOnlyList<YearOfModeration.Measure> Measures, int Published)
{
    public int Appeals => Measures.Count(m => m.IsAppealed);

    public int AppealsGranted => Measures.Count(m => m.AppealSucceeded == true);

    public int AppealsRejected => Measures.Count(m => m.AppealSucceeded == false);

    public int Automated => Measures.Count(m => m.IsAutomated);

    /// <summary>Of the measures of the program, those that an appeal undid: its error rate, as the law names it. Null: there was none.</summary>
    public double? AutomatedErrors => Automated == 0 ? null : (double)Measures.Count(m => m.IsAutomated && m.AppealSucceeded == true) / Automated;

    /// <summary>From receipt to decision, in the middle; null: nothing was decided.</summary>
    public TimeSpan? MedianTime
    {
        get
        {
            var times = Notices.Where(n => n.DecidedAt is not null).Select(n => n.DecidedAt!.Value - n.ReceivedAt).Order().ToList();
            return times.Count == 0 ? null : times[times.Count / 2];
        }
    }

    /// <param name="ReceivedAt">UTC.</param>
    /// <param name="DecidedAt">UTC.</param>
    public sealed record Notice(NoticeReason Reason, NoticeState State, DateTime ReceivedAt, DateTime? DecidedAt);

    public sealed record Measure(RestrictionKind Kind, RestrictionGround Ground, bool IsAutomated, bool FollowsNotice, bool IsAppealed, bool? AppealSucceeded);
}
