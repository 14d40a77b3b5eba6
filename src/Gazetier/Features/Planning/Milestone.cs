using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;

namespace Gazetier.Features.Planning;

/// <summary>Jalon: something of an article falls on a moment.</summary>
public sealed record Milestone
{
    public required MilestoneKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required long ArticleId { get; init; }
    public required string Headline { get; init; }
    public required Guid SectionId { get; init; }

    /// <summary>Null while nobody has it.</summary>
    public string? Writer { get; init; }

    /// <summary>Where its manuscript stands.</summary>
    public Stage? Stage { get; init; }

    public bool IsLate(DateTime now) => Kind == MilestoneKind.Due && At < now && Stage is Manuscripts.Stage.Idea or Manuscripts.Stage.Assigned or Manuscripts.Stage.Writing;

    /// <summary>Whether somebody of <paramref name="role"/> may put it on another moment here.</summary>
    /// <param name="mayPublish">Whether they may publish in its section.</param>
    public bool MayMove(StaffRole role, bool mayPublish) => Kind switch
    {
        MilestoneKind.Due => role.May(StaffAct.ReadOver),
        MilestoneKind.Appears => mayPublish,
        _ => false,
    };
}

/// <summary>What falls on a moment.</summary>
public enum MilestoneKind
{
    /// <summary>It should be read over.</summary>
    Due,

    /// <summary>It is scheduled, and appears.</summary>
    Appears,

    /// <summary>It came out.</summary>
    Appeared,

    /// <summary>From then on it may be published.</summary>
    EmbargoEnds,

    /// <summary>From then on it asks nothing of its reader.</summary>
    BecomesFree,

    /// <summary>What was open to all asks for its right from then on.</summary>
    BecomesLocked,

    /// <summary>Its pin on the front page ends.</summary>
    PinEnds,

    /// <summary>From then on the front page does not show it of itself.</summary>
    LeavesFrontPage,
}
