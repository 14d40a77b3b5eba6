namespace Gazetier.Features.MailingLists.Imports;

/// <summary>One address of an import, with its own proof.</summary>
public class ListImportLine
{
    public const int LongestAddress = 256;

    public Guid ImportId { get; set; }

    /// <summary>In the file, from 1.</summary>
    public int Number { get; set; }

    /// <summary>As we keep it; where it is none, what stood there.</summary>
    public required string Email { get; set; }

    public string Name { get; set; } = "";

    /// <summary>UTC; when it said yes. Null where the file does not say.</summary>
    public DateTime? At { get; set; }

    public string Text { get; set; } = "";

    public string Origin { get; set; } = "";

    public ImportOutcome Outcome { get; set; }

    /// <summary>UTC; when it was put on the list, or found not to be.</summary>
    public DateTime? DoneAt { get; set; }
}

/// <summary>What becomes of a line.</summary>
public enum ImportOutcome
{
    /// <summary>Will be put on the list, or was.</summary>
    Accepted,

    AlreadyOn,

    /// <summary>Its mails came back, or it complained of one: it is never added again.</summary>
    Suppressed,

    /// <summary>It left the list after the day when it said yes.</summary>
    LeftSince,

    Malformed,

    /// <summary>"gmial.com".</summary>
    Mistyped,

    /// <summary>It stood on a line before.</summary>
    Twice,

    /// <summary>No date, or one that cannot be: not a day, or still to come.</summary>
    NoDate,

    /// <summary>No text that it agreed to, or no word of where.</summary>
    NoProof,

    /// <summary>The list does not take this reader.</summary>
    NotOpen,
}
