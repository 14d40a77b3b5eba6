using Gazetier.Features.Accounts;

namespace Gazetier.Features.Manuscripts;

/// <summary>Where a manuscript stands on its way from idea to page.</summary>
public enum Stage
{
    Idea,
    Assigned,
    Writing,
    ToReadOver,
    Ready,

    /// <summary>What readers see is its newest revision, or will be from the date of publication.</summary>
    Published,
    Withdrawn,
}

/// <summary>Who may move a manuscript where. Publishing and withdrawing are acts of their own, not moves.</summary>
public static class Stages
{
    /// <summary>The way to the page, in its order.</summary>
    public static readonly IReadOnlyList<Stage> BeforePublication = [Stage.Idea, Stage.Assigned, Stage.Writing, Stage.ToReadOver, Stage.Ready];

    /// <summary>Still to be written, by whose it is.</summary>
    public static readonly IReadOnlyList<Stage> BeforeHandover = [Stage.Idea, Stage.Assigned, Stage.Writing];

    /// <summary>Handed over: it waits for who reads over, or for who publishes.</summary>
    public static readonly IReadOnlyList<Stage> AfterHandover = [Stage.ToReadOver, Stage.Ready];

    /// <summary>Where somebody of <paramref name="role"/> may move it to, in the order of the way.</summary>
    /// <param name="isMine">Whether it is theirs to write.</param>
    public static IReadOnlyList<Stage> Moves(this Stage from, StaffRole role, bool isMine) => from switch
    {
        Stage.Withdrawn => [],
        // What is out comes back into work by a save; before it is published again, another may read it over.
        Stage.Published => isMine || role.May(StaffAct.ReadOver) ? [Stage.ToReadOver] : [],
        _ when role.May(StaffAct.ReadOver) => [.. BeforePublication.Where(to => to != from)],
        // Once it was handed over, it comes back by who reads it over.
        Stage.Idea or Stage.Assigned when isMine => [Stage.Writing, Stage.ToReadOver],
        Stage.Writing when isMine => [Stage.ToReadOver],
        _ => [],
    };

    /// <summary>A save begins the work: on an idea, on what was assigned, and again on what is published.</summary>
    public static Stage OnSave(this Stage stage) => stage is Stage.Idea or Stage.Assigned or Stage.Published ? Stage.Writing : stage;
}
