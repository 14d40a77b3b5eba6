using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>What the newsroom writes of a path.</summary>
public sealed class PathForm
{
    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "chapo")]
    public string? Standfirst { get; set; }

    [FromForm(Name = "etapes")]
    public string? Steps { get; set; }

    [FromForm(Name = "visible")]
    public bool IsVisible { get; set; }

    public void Check(IReadOnlyList<WrittenStep> steps, ModelStateDictionary state, Phrases t)
    {
        Complain(Printable.Line(Title ?? "").Length is 0 or > ExamPath.MaxTitle, "titre", t["Donnez un titre, de {0} signes au plus.", ExamPath.MaxTitle]);
        Complain(Standfirst?.Length > ExamPath.MaxStandfirst, "chapo", t["{0} signes au plus, ici {1}.", ExamPath.MaxStandfirst, Standfirst?.Length ?? 0]);
        Complain(steps.Count == 0, "etapes", t["Écrivez au moins une étape."]);
        var faults = steps.Select(step => WrittenSteps.Fault(step, t)).OfType<string>().Take(5).ToList();
        Complain(faults.Count > 0, "etapes", string.Join(' ', faults));
        Complain(steps.GroupBy(step => (step.ArticleId, step.QuizId)).Any(same => same.Key != (null, null) && same.Count() > 1), "etapes", t["Une étape est écrite deux fois."]);

        void Complain(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                state.Remove(field);
                state.AddModelError(field, sentence);
            }
        }
    }

    public void CopyTo(ExamPath path, DateTime now)
    {
        path.Title = Printable.Line(Title!);
        path.Standfirst = Printable.Line(Standfirst ?? "");
        path.AppearedAt = IsVisible ? path.AppearedAt ?? now : null;
    }
}
