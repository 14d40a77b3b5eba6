using Gazetier.Features.Access;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Quizzes.Newsroom;

/// <summary>What the newsroom writes of a quiz.</summary>
public sealed class QuizForm
{
    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "chapo")]
    public string? Standfirst { get; set; }

    [FromForm(Name = "questions")]
    public string? Questions { get; set; }

    [FromForm(Name = "acces")]
    public Requirement Access { get; set; } = Requirement.Registration;

    [FromForm(Name = "visible")]
    public bool IsVisible { get; set; }

    /// <summary>Of the quiz when the form was opened.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static QuizForm Of(Quiz quiz) => new()
    {
        Title = quiz.Title,
        Standfirst = quiz.Standfirst,
        Questions = quiz.Written,
        Access = quiz.Access,
        IsVisible = quiz.AppearedAt is not null,
        Version = quiz.Version,
    };

    public void Check(ModelStateDictionary state, Phrases t)
    {
        Complain(Printable.Line(Title ?? "").Length is 0 or > Quiz.MaxTitle, "titre", t["Donnez un titre, de {0} signes au plus.", Quiz.MaxTitle]);
        Complain(Standfirst?.Length > Quiz.MaxStandfirst, "chapo", t["{0} signes au plus, ici {1}.", Quiz.MaxStandfirst, Standfirst?.Length ?? 0]);
        Complain(!Enum.IsDefined(Access), "acces", t["Choisissez qui le lit."]);
        if (Questions?.Length > QuizPaper.MaxLength)
        {
            state.AddModelError("questions", t["{0} signes au plus, ici {1}.", QuizPaper.MaxLength, Questions.Length]);
            return;
        }

        var read = QuizPaper.Read(Questions ?? "");
        Complain(read.Questions.Count == 0 && read.Faults.Count == 0, "questions", t["Écrivez au moins une question."]);
        Complain(read.Faults.Count > 0, "questions", string.Join(' ', read.Faults.OrderBy(fault => fault.Line).Take(5).Select(fault => Said(fault, t))));

        void Complain(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                state.Remove(field);
                state.AddModelError(field, sentence);
            }
        }
    }

    public void CopyTo(Quiz quiz, DateTime now)
    {
        quiz.Title = Printable.Line(Title!);
        quiz.Standfirst = Printable.Line(Standfirst ?? "");
        quiz.Written = QuizPaper.Write(QuizPaper.Read(Questions!).Questions);
        quiz.Access = Access;
        quiz.AppearedAt = IsVisible ? quiz.AppearedAt ?? now : null;
        quiz.ChangedAt = now;
    }

    private static string Said(PaperFault fault, Phrases t) => fault.Kind switch
    {
        PaperFaultKind.NoQuestion => t["Ligne {0} : la question est vide.", fault.Line],
        PaperFaultKind.TooFewAnswers => t["Ligne {0} : une question a de deux à {1} réponses.", fault.Line, QuizPaper.MostAnswers],
        PaperFaultKind.NoRightAnswer => t["Ligne {0} : aucune réponse n’est juste.", fault.Line],
        PaperFaultKind.TooMany => t["Ligne {0} : un quiz a {1} questions au plus.", fault.Line, QuizPaper.MostQuestions],
        _ => t["Ligne {0} : elle commence par « ? », « + », « - » ou « > », et dit quelque chose.", fault.Line],
    };
}
