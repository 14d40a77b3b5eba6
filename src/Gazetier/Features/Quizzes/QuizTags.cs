namespace Gazetier.Features.Quizzes;

/// <summary>Tag that ties kept pages to the quizzes.</summary>
public static class QuizTags
{
    public const string All = "quizzes";
}
