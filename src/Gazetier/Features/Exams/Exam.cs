namespace Gazetier.Features.Exams;

/// <summary>A competitive exam of the public service: who holds it, until when one registers, when it is held.</summary>
public class Exam
{
    public const int MaxLine = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>"Centre de gestion du Nord".</summary>
    public string Organiser { get; set; } = "";

    /// <summary>"A", "B", "C"; empty: not said.</summary>
    public string Category { get; set; } = "";

    public DateOnly? RegistrationFrom { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? RegistrationUntil { get; set; }

    /// <summary>The first day of the written tests.</summary>
    public DateOnly HeldOn { get; set; }

    /// <summary>Posts to be won; null: not known.</summary>
    public int? Places { get; set; }

    /// <summary>Where it is held.</summary>
    public string Town { get; set; } = "";

    /// <summary>Where one registers; absolute, http or https.</summary>
    public string Link { get; set; } = "";

    /// <summary>What prepares for it.</summary>
    public Guid? PathId { get; set; }
    public ExamPath? Path { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change.</summary>
    public int Version { get; set; }

    public ExamPhase PhaseOn(DateOnly day) =>
        HeldOn < day ? ExamPhase.Over
        : RegistrationUntil < day ? ExamPhase.Closed
        : RegistrationFrom is null || RegistrationFrom > day ? ExamPhase.Announced
        : ExamPhase.Open;
}

/// <summary>Where an exam stands on a day.</summary>
public enum ExamPhase
{
    /// <summary>Registration has not begun.</summary>
    Announced,

    /// <summary>One may register.</summary>
    Open,

    /// <summary>Registration is over, the exam is to come.</summary>
    Closed,
    Over,
}
