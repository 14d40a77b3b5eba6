using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Quizzes;

/// <summary>
/// The questions of a quiz as the newsroom writes them: a line "? question", a line "+ right answer" or "- wrong answer" for each
/// answer, and "&gt; explanation". Whoever can write a list can write a quiz. Pure.
/// </summary>
public static class QuizPaper
{
    public const int MaxLength = 60_000;
    public const int MostQuestions = 60;
    public const int MostAnswers = 10;

    public static ReadPaper Read(string written)
    {
        var (questions, faults) = (new List<QuizQuestion>(), new List<PaperFault>());
        var draft = new Draft(0, "");
        foreach (var (index, typed) in written.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = Printable.Line(typed);
            if (line.Length == 0)
            {
                continue;
            }

            var text = line[1..].Trim();
            if (line[0] == '?')
            {
                draft.CloseInto(questions, faults);
                draft = new Draft(index + 1, text);
            }
            else if (text.Length == 0 || draft.Line == 0 || !draft.Take(line[0], text))
            {
                faults.Add(new PaperFault(index + 1, PaperFaultKind.NotUnderstood));
            }
        }

        draft.CloseInto(questions, faults);
        return new ReadPaper(questions, faults);
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public static string Write(IEnumerable<QuizQuestion> questions)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            text.Append("? ").Append(question.Text).Append('\n');
            foreach (var answer in question.Answers)
            {
                text.Append(answer.IsRight ? "+ " : "- ").Append(answer.Text).Append('\n');
            }

            if (question.Explanation.Length > 0)
            {
                text.Append("> ").Append(question.Explanation).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private sealed class Draft(int line, string text)
    {
        private readonly List<QuizAnswer> _answers = [];
        private readonly List<string> _explanation = [];

        public int Line => line;

        public bool Take(char sign, string said)
        {
            switch (sign)
            {
                case '+' or '-':
                    _answers.Add(new QuizAnswer(said, IsRight: sign == '+'));
                    return true;
                case '>':
                    _explanation.Add(said);
                    return true;
                default:
                    return false;
            }
        }

        public void CloseInto(List<QuizQuestion> questions, List<PaperFault> faults)
        {
            if (Line == 0)
            {
                return;
            }

            PaperFaultKind? fault = text.Length == 0 ? PaperFaultKind.NoQuestion
                : _answers.Count is < 2 or > MostAnswers ? PaperFaultKind.TooFewAnswers
                : !_answers.Exists(answer => answer.IsRight) ? PaperFaultKind.NoRightAnswer
                : questions.Count >= MostQuestions ? PaperFaultKind.TooMany
                : null;
            if (fault is { } kind)
            {
                faults.Add(new PaperFault(Line, kind));
            }
            else
            {
                questions.Add(new QuizQuestion(text, _answers, string.Join(' ', _explanation)));
            }
        }
    }
}

/// <summary>What was read of a paper, and what of it could not be.</summary>
public sealed record ReadPaper(IReadOnlyList<QuizQuestion> Questions, IReadOnlyList<PaperFault> Faults);

/// <param name="Line">As an editor counts them.</param>
public sealed record PaperFault(int Line, PaperFaultKind Kind);

public enum PaperFaultKind
{
    NotUnderstood,
    NoQuestion,
    TooFewAnswers,
    NoRightAnswer,
    TooMany,
}

/// <summary>One question. It is answered rightly by exactly the right answers: half a truth is none.</summary>
public sealed record QuizQuestion(string Text, IReadOnlyList<QuizAnswer> Answers, string Explanation)
{
    public bool HasSeveral => Answers.Count(answer => answer.IsRight) > 1;

    /// <param name="chosen">Places of the answers that were ticked, from 0.</param>
    public bool IsRight(IReadOnlySet<int> chosen) => Answers.Index().All(answer => answer.Item.IsRight == chosen.Contains(answer.Index));
}

public sealed record QuizAnswer(string Text, bool IsRight);
