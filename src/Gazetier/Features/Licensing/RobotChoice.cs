namespace Gazetier.Features.Licensing;

/// <summary>What the newspaper answers a class of robots. What a reader may not read, no robot gets under any of them.</summary>
public enum RobotChoice
{
    /// <summary>The page, as a visitor sees it.</summary>
    Allowed,

    /// <summary>The same page, to be shown in short: no copy is kept, little is quoted, nothing is learnt from it.</summary>
    Preview,

    /// <summary>402, with the address of the licence.</summary>
    Licensed,

    /// <summary>403, with the same address.</summary>
    Refused,
}
