namespace Gazetier.Features.Deliveries.Pace;

/// <summary>What was taken of a limit in one window of time, by all nodes together.</summary>
public class PaceBudget
{
    /// <summary>Of a rule; <see cref="PaceLimit.AllDomains"/> is the whole sender.</summary>
    public required string Domain { get; set; }

    public PaceWindow Window { get; set; }

    /// <summary>UTC; when the window begins.</summary>
    public DateTime From { get; set; }

    public int Used { get; set; }
}

public enum PaceWindow
{
    Minute,
    Day,
}
