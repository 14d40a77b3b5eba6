namespace Gazetier.Features.Deliveries.Pace;

/// <summary>So many mails, in one window of time.</summary>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC; when the next window begins.</param>
public sealed record PaceLimit(string Domain, PaceWindow Window, DateTime From, DateTime Until, int Most)
{
    /// <summary>The whole sender.</summary>
    public const string AllDomains = "*";

    private const int LargestShare = 50;

    /// <summary>
    /// What a node takes of it at a time: a tenth, so that nodes share a small limit, and few so that little is lost when a node
    /// dies with them.
    /// </summary>
    public int Share => Math.Clamp(Most / 10, 1, LargestShare);

    /// <summary>
    /// UTC; when the mail may be tried that finds this window full, as the so-manieth in it: each later window is given as many as it can
    /// take, so that nobody asks in vain each minute.
    /// </summary>
    /// <param name="before">How many were put off in this window already.</param>
    public DateTime NextFor(long before)
    {
        var windows = Math.Min(before / Math.Max(Most, 1), Window == PaceWindow.Day ? 30 : 30 * 24 * 60);
        return Window == PaceWindow.Day ? Until.AddDays(windows) : Until.AddMinutes(windows);
    }
}
