using Gazetier.Features.Articles;
using Gazetier.Features.Quizzes;

namespace Gazetier.Features.Exams;

/// <summary>Parcours de préparation: sheets and quizzes in the order in which they are to be learnt.</summary>
public class ExamPath
{
    public const int MaxTitle = 200;
    public const int MaxStandfirst = 1_000;
    public const int MostSteps = 60;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Title { get; set; }
    public string Standfirst { get; set; } = "";

    /// <summary>UTC; since when readers find it. Null: a draft.</summary>
    public DateTime? AppearedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change.</summary>
    public int Version { get; set; }

    public List<PathStep> Steps { get; set; } = [];

    public string Address => $"/concours/preparer/{Slug}/";
}

/// <summary>One step of a path: a sheet to read, or a quiz to pass.</summary>
public class PathStep
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid PathId { get; set; }
    public int Position { get; set; }
    public long? ArticleId { get; set; }
    public Article? Article { get; set; }
    public Guid? QuizId { get; set; }
    public Quiz? Quiz { get; set; }
}

/// <summary>That a reader says of a sheet on a path: I have learnt it. A quiz needs no such row: its result says so.</summary>
public class StepDone
{
    public Guid AccountId { get; set; }
    public Guid StepId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
