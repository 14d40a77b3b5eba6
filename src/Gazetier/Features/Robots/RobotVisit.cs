using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots;

/// <summary>
/// How often a robot came on one day, whether it was who it said, and what it was answered. Sums: no address is kept, and nobody stands in
/// it (docs/decisions/0039). Nodes add to the same row.
/// </summary>
public class RobotVisit
{
    /// <summary>In the newspaper's time zone.</summary>
    public DateOnly Day { get; set; }

    public required string Robot { get; set; }

    public RobotClass Class { get; set; }

    public RobotVerdict Verdict { get; set; }

    public RobotAnswer Answer { get; set; }

    public long Number { get; set; }
}

/// <summary>Whether who came is who they said.</summary>
public enum RobotVerdict
{
    /// <summary>It cannot be checked, or was not yet.</summary>
    Unknown,

    /// <summary>By its address, or by the name of that.</summary>
    Verified,

    /// <summary>The owner's own signs say that it is somebody else.</summary>
    Impostor,
}

/// <summary>What a robot was answered.</summary>
public enum RobotAnswer
{
    /// <summary>What a visitor is given.</summary>
    Given,

    /// <summary>402.</summary>
    Licence,

    /// <summary>403.</summary>
    Refused,
}
