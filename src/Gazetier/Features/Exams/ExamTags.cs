namespace Gazetier.Features.Exams;

/// <summary>Tag that ties kept pages to the exams and what prepares for them.</summary>
public static class ExamTags
{
    public const string All = "exams";
}
