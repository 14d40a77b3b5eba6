namespace Gazetier.Features.Deliveries;

/// <summary>Something about the posting that the operators must know, and by which it may be held: a domain or a list.</summary>
public class PostingAlert
{
    /// <summary>Characters of <see cref="Evidence"/>.</summary>
    public const int LongestEvidence = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public AlertKind Kind { get; set; }

    /// <summary>The domain ("orange.fr") or the list ("digest").</summary>
    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Since { get; set; }

    /// <summary>UTC; a held domain is tried again by itself then. Null: only people end it.</summary>
    public DateTime? Until { get; set; }

    /// <summary>The server's words, or the rate.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>UTC; when somebody ended it.</summary>
    public DateTime? EndedAt { get; set; }

    public string EndedByName { get; set; } = "";
}

public enum AlertKind
{
    /// <summary>A server refuses us: nothing is handed over for its domain until it is tried again (E-04).</summary>
    DomainHeld,

    /// <summary>One complaint in a thousand mails: the list goes on.</summary>
    ListWarned,

    /// <summary>Three complaints in a thousand mails: nothing of the list is handed over (E-05).</summary>
    ListStopped,
}
