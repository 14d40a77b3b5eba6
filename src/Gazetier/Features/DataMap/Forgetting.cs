namespace Gazetier.Features.DataMap;

/// <summary>What one rule of retention did in one night (L-40). A rule that failed is tried again within the hour, and takes its place.</summary>
public class Forgetting
{
    /// <summary>How many days of nights the newsroom can look back.</summary>
    public const int DaysKept = 400;

    public const int MaxRule = 100;

    public long Id { get; set; }

    /// <summary>The day of the newspaper's zone.</summary>
    public DateOnly On { get; set; }

    /// <summary>The class of the rule.</summary>
    public required string Rule { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Rows that went, or became nobody's.</summary>
    public int Gone { get; set; }

    public bool HasFailed { get; set; }
}
