using Gazetier.Features.Accounts;

namespace Gazetier.Features.Digests;

/// <summary>When a reader's own edition, Ma Gazette, leaves. One row a reader; absent until themes are chosen.</summary>
public class DigestRhythm
{
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;
    public Frequency Frequency { get; set; } = Frequency.EachMorning;

    /// <summary>0–23, in the newspaper's time zone.</summary>
    public int Hour { get; set; } = 7;

    /// <summary>The day of a weekly edition.</summary>
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>UTC; articles published after it are new to this reader.</summary>
    public DateTime ReadUntil { get; set; }

    /// <summary>UTC; when the next edition is due. Null when <see cref="Frequency"/> is never.</summary>
    public DateTime? NextDueAt { get; set; }
}

/// <summary>How often the edition is posted.</summary>
public enum Frequency
{
    Never,
    EachMorning,
    Weekly,
}
