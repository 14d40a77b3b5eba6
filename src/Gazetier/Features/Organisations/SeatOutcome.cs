namespace Gazetier.Features.Organisations;

/// <summary>What became of the wish for a seat.</summary>
public enum SeatOutcome
{
    /// <summary>It is theirs.</summary>
    Taken,

    /// <summary>They sat there already.</summary>
    Had,

    /// <summary>Every seat is taken, or held by an invitation.</summary>
    Full,

    /// <summary>The contract has run out.</summary>
    Ended,

    /// <summary>The contract is suspended: what is owed was not paid, or it was paused.</summary>
    Suspended,

    /// <summary>Their seat was taken from them: only an invitation lets them in again.</summary>
    Withdrawn,

    /// <summary>There is no such contract, invitation or link.</summary>
    Unknown,
}
