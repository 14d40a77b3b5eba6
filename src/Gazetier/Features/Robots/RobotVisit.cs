using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots;

/// <summary>
/// How often a robot came on one day, to which section, whether it was who it said, and what it was answered. Sums: no address is kept, and
/// nobody stands in it (docs/decisions/0039). Nodes add to the same row.
/// </summary>
public class RobotVisit
{
    /// <summary>In the newspaper's time zone.</summary>
    public DateOnly Day { get; set; }

    public required string Robot { get; set; }

    public RobotClass Class { get; set; }

    /// <summary>Slug that the section had on that day, of its own pages and of its articles; empty: none, or it was not yet counted.</summary>
    public string Section { get; set; } = "";

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
    /// <summary>A page, a feed or a PDF, as a visitor is given it, or the news that it has not changed (304).</summary>
    Given,

    /// <summary>402.</summary>
    Licence,

    /// <summary>403.</summary>
    Refused,

    /// <summary>What says what robots may do: it has read the rules.</summary>
    Rules,
}
