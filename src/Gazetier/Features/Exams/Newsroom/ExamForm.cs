using System.Globalization;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Exams.Newsroom;

/// <summary>What the newsroom writes of an exam.</summary>
public sealed class ExamForm
{
    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "organisateur")]
    public string? Organiser { get; set; }

    [FromForm(Name = "categorie")]
    public string? Category { get; set; }

    [FromForm(Name = "ouverture")]
    public string? From { get; set; }

    [FromForm(Name = "cloture")]
    public string? Until { get; set; }

    [FromForm(Name = "epreuves")]
    public string? HeldOn { get; set; }

    [FromForm(Name = "postes")]
    public string? Places { get; set; }

    [FromForm(Name = "ville")]
    public string? Town { get; set; }

    [FromForm(Name = "adresse")]
    public string? Link { get; set; }

    [FromForm(Name = "parcours")]
    public Guid? Path { get; set; }

    public static ExamForm Of(Exam exam) => new()
    {
        Name = exam.Name,
        Organiser = exam.Organiser,
        Category = exam.Category,
        From = Written(exam.RegistrationFrom),
        Until = Written(exam.RegistrationUntil),
        HeldOn = Written(exam.HeldOn),
        Places = exam.Places?.ToString(CultureInfo.InvariantCulture),
        Town = exam.Town,
        Link = exam.Link,
        Path = exam.PathId,
    };

    public void Check(IReadOnlyCollection<Guid> paths, ModelStateDictionary state, Phrases t)
    {
        foreach (var (field, text) in new[] { ("organisateur", Organiser), ("categorie", Category), ("ville", Town) }.Where(line => line.Item2?.Length > Exam.MaxLine))
        {
            state.AddModelError(field, t["{0} signes au plus, ici {1}.", Exam.MaxLine, text!.Length]);
        }

        Complain(Printable.Line(Name ?? "").Length is 0 or > Exam.MaxLine, "nom", t["Donnez un nom, de {0} signes au plus.", Exam.MaxLine]);
        Complain(LocalMoment.ReadDay(HeldOn) is null, "epreuves", t["Écrivez une date, comme 23/11/2026."]);
        Complain(IsWrongDay(From), "ouverture", t["Écrivez une date, comme 23/11/2026."]);
        Complain(IsWrongDay(Until), "cloture", t["Écrivez une date, comme 23/11/2026."]);
        Complain(LocalMoment.ReadDay(Until) < LocalMoment.ReadDay(From), "cloture", t["Les inscriptions ne peuvent pas finir avant de commencer."]);
        Complain(LocalMoment.ReadDay(HeldOn) < LocalMoment.ReadDay(Until), "epreuves", t["Les épreuves viennent après les inscriptions."]);
        Complain(!string.IsNullOrWhiteSpace(Places) && PlacesRead is null, "postes", t["Écrivez un nombre de postes, ou rien."]);
        Complain(!string.IsNullOrWhiteSpace(Link) && LinkRead is null, "adresse", t["Écrivez une adresse entière, qui commence par https://."]);
        Complain(Path is { } path && !paths.Contains(path), "parcours", t["Ce parcours n’existe plus."]);

        void Complain(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                state.Remove(field);
                state.AddModelError(field, sentence);
            }
        }
    }

    public void CopyTo(Exam exam, DateTime now)
    {
        exam.Name = Printable.Line(Name!);
        exam.Organiser = Printable.Line(Organiser ?? "");
        exam.Category = Printable.Line(Category ?? "");
        exam.RegistrationFrom = LocalMoment.ReadDay(From);
        exam.RegistrationUntil = LocalMoment.ReadDay(Until);
        exam.HeldOn = LocalMoment.ReadDay(HeldOn)!.Value;
        exam.Places = PlacesRead;
        exam.Town = Printable.Line(Town ?? "");
        exam.Link = LinkRead ?? "";
        exam.PathId = Path;
        exam.ChangedAt = now;
    }

    private int? PlacesRead => int.TryParse(Places?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is > 0 and < 100_000 ? places : null;

    private string? LinkRead => Uri.TryCreate(Link?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsoluteUri.Length <= 1_000 ? uri.AbsoluteUri : null;

    private static bool IsWrongDay(string? text) => !string.IsNullOrWhiteSpace(text) && LocalMoment.ReadDay(text) is null;

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
