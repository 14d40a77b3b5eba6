namespace Gazetier.Features.Meter;

/// <summary>That an account read one of its free articles of a month. Kept for the month, to count by; then forgotten.</summary>
public class FreeReading
{
    public Guid AccountId { get; set; }

    /// <summary>Of the newspaper's calendar: 202611.</summary>
    public int Month { get; set; }

    /// <summary>The first, the second…: two tabs cannot both have the last.</summary>
    public int Number { get; set; }

    public long ArticleId { get; set; }
}
