using Gazetier.Locales;

namespace Gazetier.Features.Exams;

/// <summary>Exams in a reader's words.</summary>
public static class ExamNames
{
    public static string Name(this ExamPhase phase, Phrases t) => phase switch
    {
        ExamPhase.Open => t["Inscriptions ouvertes"],
        ExamPhase.Closed => t["Inscriptions closes"],
        ExamPhase.Over => t["Passé"],
        _ => t["Inscriptions à venir"],
    };

    /// <summary>The colour of the mark beside it.</summary>
    public static string Mark(this ExamPhase phase) => phase switch
    {
        ExamPhase.Open => "good",
        ExamPhase.Announced => "warn",
        _ => "",
    };

    /// <summary>"du 3 mars au 4 avril 2027"; empty: not known.</summary>
    public static string Registration(this Exam exam, Phrases t) => (exam.RegistrationFrom, exam.RegistrationUntil) switch
    {
        ({ } from, { } until) => t["du {0} au {1}", t.Day(from), t.Day(until)],
        (null, { } until) => t["jusqu’au {0}", t.Day(until)],
        ({ } from, null) => t["à partir du {0}", t.Day(from)],
        _ => "",
    };
}
