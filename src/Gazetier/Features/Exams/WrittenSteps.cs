using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>The steps of a path as the newsroom writes them, one a line: the number or address of an article, or the address of a quiz.</summary>
public static class WrittenSteps
{
    private const string OfQuiz = "/quiz/";

    /// <summary>What each line means; a line that means nothing has neither article nor quiz.</summary>
    public static async Task<IReadOnlyList<WrittenStep>> FindAsync(GazetierDb db, string? written, CancellationToken cancel)
    {
        var lines = (written ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Printable.Line).Where(line => line.Length > 0).Take(ExamPath.MostSteps).Select(line => Shortened.To(300, line)).ToList();
        var (numbers, slugs) = (lines.Select(NumberIn).OfType<long>().ToList(), lines.Select(SlugIn).OfType<string>().ToList());
        var articles = await db.Articles.Where(a => numbers.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(cancel);
        var quizzes = await db.Quizzes.Where(q => slugs.Contains(q.Slug)).ToDictionaryAsync(q => q.Slug, q => q.Id, cancel);
        return lines.ConvertAll(line => new WrittenStep(
            line,
            NumberIn(line) is { } number && articles.Contains(number) ? number : null,
            SlugIn(line) is { } slug && quizzes.TryGetValue(slug, out var quiz) ? quiz : null));
    }

    /// <summary>Null: it is clear.</summary>
    public static string? Fault(WrittenStep step, Phrases t) =>
        step.ArticleId is null && step.QuizId is null ? t["« {0} » n’est ni un article ni un quiz : écrivez le numéro de l’article, ou l’adresse du quiz.", step.Line] : null;

    /// <summary>As <see cref="FindAsync"/> reads it.</summary>
    public static async Task<string> WriteAsync(GazetierDb db, Guid path, CancellationToken cancel)
    {
        var steps = await db.PathSteps.AsNoTracking().Where(s => s.PathId == path).OrderBy(s => s.Position)
            .Select(s => new { s.ArticleId, Article = s.Article == null ? null : s.Article.Slug, Quiz = s.Quiz == null ? null : s.Quiz.Slug }).ToListAsync(cancel);
        return string.Join('\n', steps.Select(s => s.Quiz is { } quiz ? $"{OfQuiz}{quiz}/" : ArticleAddress.Of(s.ArticleId ?? 0, s.Article ?? "")));
    }

    private static long? NumberIn(string line) => SlugIn(line) is null ? ArticleAddress.NumberIn(line) : null;

    private static string? SlugIn(string line) =>
        line.IndexOf(OfQuiz, StringComparison.Ordinal) is >= 0 and var at ? line[(at + OfQuiz.Length)..].Split('/')[0] : null;
}

/// <summary>A line, and what it means.</summary>
public sealed record WrittenStep(string Line, long? ArticleId, Guid? QuizId);
