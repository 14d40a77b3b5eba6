using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;

namespace Gazetier.Features.Planning;

/// <summary>An article on the board: where it stands, whose it is, for when, how far.</summary>
public sealed record BoardCard
{
    public required long Id { get; init; }
    public required string Headline { get; init; }
    public required Stage Stage { get; init; }
    public required Guid SectionId { get; init; }
    public Guid? WriterId { get; init; }

    /// <summary>Null while nobody has it; of what is scheduled and was given to nobody here, who signs.</summary>
    public string? Writer { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>UTC; in the future for what is scheduled, in the past for what is reworked.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? EmbargoUntil { get; init; }

    public int Words { get; init; }
    public int? WordsOrdered { get; init; }

    /// <summary>Notes that nobody has resolved.</summary>
    public int OpenNotes { get; init; }

    public bool IsLate(DateTime now) => DueAt < now && Stage is Stage.Idea or Stage.Assigned or Stage.Writing;

    /// <summary>Where <paramref name="staff"/> may move it to; publishing is no move.</summary>
    public IReadOnlyList<Stage> Moves(SignedIn staff) => staff.Role is { } role ? Stage.Moves(role, new Manuscript { Stage = Stage, WriterId = WriterId }.IsTheirs(staff.AccountId, role)) : [];
}
