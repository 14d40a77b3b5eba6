namespace Gazetier.Features.Bounces;

/// <summary>What came back about one recipient of one mail.</summary>
/// <param name="Recipient">As the report names it, small letters; "" where it names none.</param>
/// <param name="Status">"5.1.1" (RFC 3463); "" where none was said.</param>
/// <param name="Diagnostic">The server's words, on one line, cut.</param>
public sealed record Bounce(BounceKind Kind, string Recipient, string Status, string Diagnostic)
{
    /// <summary>Characters of the server's words that are kept as evidence.</summary>
    public const int LongestDiagnostic = 300;
}

/// <summary>What follows from it (E-04, E-05).</summary>
public enum BounceKind
{
    /// <summary>Nothing: an answer out of office, a challenge, a mail that was delivered or still waits.</summary>
    None,

    /// <summary>The address is nobody's: nothing is sent there any more.</summary>
    Hard,

    /// <summary>Not today: the box is full, the server was away.</summary>
    Soft,

    /// <summary>The server refuses us and not the address: its queue is paused, nobody is suppressed.</summary>
    Policy,

    /// <summary>The reader called it spam.</summary>
    Complaint,
}
