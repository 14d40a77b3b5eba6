namespace Gazetier.Features.LegalTexts;

/// <summary>Something that became of a legal text from a day on: it was amended, repealed, annulled, or is in force again.</summary>
public class TextState
{
    public const int MaxReason = 1_000;

    /// <summary>So long a change can be taken back before anybody is told of it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid LegalTextId { get; set; }
    public TextStanding Standing { get; set; }

    /// <summary>From this day on, which may lie ahead.</summary>
    public DateOnly On { get; set; }

    /// <summary>The text that does it, where the newspaper has it.</summary>
    public Guid? ByTextId { get; set; }
    public LegalText? ByText { get; set; }

    /// <summary>The text that does it, in words; as long as <see cref="ByText"/> is not there.</summary>
    public string ByReference { get; set; } = "";

    /// <summary>What changes, in a sentence or two; shown to readers.</summary>
    public string Reason { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Those who follow the text are told. False: it is history, and no news.</summary>
    public bool IsTold { get; set; }

    /// <summary>UTC; when their mails were written to the ledger.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>The text that does it, as it is called; empty: not known.</summary>
    public string By => ByText?.Reference ?? ByReference;

    /// <summary>Its followers may be told: nobody took it back in time.</summary>
    public bool IsToBeTold(DateTime now) => IsTold && ToldAt is null && RecordedAt + Grace <= now;
}
