using Gazetier.Features.Access;
using Gazetier.Features.Products;

namespace Gazetier.Features.Quizzes;

/// <summary>Questions with one or several right answers, an explanation and a score.</summary>
public class Quiz
{
    public const int MaxTitle = 200;
    public const int MaxStandfirst = 1_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Title { get; set; }
    public string Standfirst { get; set; } = "";

    /// <summary>The questions as the newsroom writes them; <see cref="QuizPaper"/> reads them.</summary>
    public string Written { get; set; } = "";

    public Requirement Access { get; set; } = Requirement.Registration;

    /// <summary>Where it asks for a right: one to any of these opens it.</summary>
    public ProductSet AnyOf { get; set; } = ProductSet.Paper;

    /// <summary>UTC; since when readers find it. Null: a draft.</summary>
    public DateTime? AppearedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    public Asked Asks => new(Access, AnyOf);

    public string Path => $"/quiz/{Slug}/";

    /// <summary>The questions; of what cannot be read, as far as it goes.</summary>
    public IReadOnlyList<QuizQuestion> Questions() => QuizPaper.Read(Written).Questions;
}

/// <summary>How one reader did in one quiz: the last time, and the best.</summary>
public class QuizResult
{
    public Guid AccountId { get; set; }
    public Guid QuizId { get; set; }
    public Quiz Quiz { get; set; } = null!;

    /// <summary>Questions answered rightly.</summary>
    public int Last { get; set; }
    public int Best { get; set; }

    /// <summary>Questions that there were the last time.</summary>
    public int Of { get; set; }

    public int Times { get; set; }

    /// <summary>UTC; the last time.</summary>
    public DateTime At { get; set; }
}
