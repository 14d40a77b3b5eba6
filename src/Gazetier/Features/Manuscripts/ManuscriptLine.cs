using Gazetier.Features.Articles;

namespace Gazetier.Features.Manuscripts;

/// <summary>An article in the lists of the newsroom.</summary>
public sealed record ManuscriptLine
{
    public required long Id { get; init; }
    public required string Headline { get; init; }
    public required string Section { get; init; }
    public required Stage Stage { get; init; }
    public required ArticleStatus Status { get; init; }

    /// <summary>Null while nobody has it.</summary>
    public string? Writer { get; init; }

    public int Words { get; init; }
    public int? WordsOrdered { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>UTC; in the future for what is scheduled.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? SavedAt { get; init; }

    public bool IsScheduled(DateTime now) => Status == ArticleStatus.Published && PublishedAt > now;

    public bool IsLate(DateTime now) => DueAt < now && Stage is Stage.Idea or Stage.Assigned or Stage.Writing;
}
