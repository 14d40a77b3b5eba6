using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Gazetier.Features.Quizzes;

/// <summary>
/// What somebody answered, as it stands in an address: "0-1.3--2", the places of the answers of each question. A page of answers can be
/// looked at again, and holds nobody's name. Pure.
/// </summary>
public sealed record QuizAnswers(IReadOnlyList<IReadOnlySet<int>> Chosen)
{
    /// <summary>The field of a question in the form.</summary>
    public static string FieldOf(int question) => FormattableString.Invariant($"q{question}");

    /// <summary>Reads what the form sent: of what no answer has, nothing.</summary>
    public static QuizAnswers Of(IReadOnlyList<QuizQuestion> questions, Func<string, StringValues> field) =>
        new([.. questions.Index().Select(question => Numbers(field(FieldOf(question.Index)).OfType<string>(), question.Item))]);

    /// <summary>Reads an address; of what is too short or no number, nothing was chosen.</summary>
    public static QuizAnswers Read(string? written, IReadOnlyList<QuizQuestion> questions)
    {
        var parts = (written ?? "").Split('-', questions.Count + 1);
        return new([.. questions.Index().Select(question => Numbers(question.Index < parts.Length ? parts[question.Index].Split('.', QuizPaper.MostAnswers + 1) : [], question.Item))]);
    }

    /// <summary>How many questions are answered rightly.</summary>
    public int Score(IReadOnlyList<QuizQuestion> questions) => questions.Index().Count(question => question.Item.IsRight(Chosen[question.Index]));

    public override string ToString() =>
        string.Join('-', Chosen.Select(of => string.Join('.', of.Order().Select(place => place.ToString(CultureInfo.InvariantCulture)))));

    private static HashSet<int> Numbers(IEnumerable<string> written, QuizQuestion question) =>
    [
        .. written.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1)
            .Where(place => place >= 0 && place < question.Answers.Count),
    ];
}
