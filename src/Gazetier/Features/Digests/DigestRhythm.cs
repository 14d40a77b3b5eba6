using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Gazetier.Web;

namespace Gazetier.Features.Digests;

/// <summary>When a reader's own edition, Ma Gazette, leaves. One row a reader; absent until themes are chosen.</summary>
public class DigestRhythm
{
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;
    public Frequency Frequency { get; set; } = Frequency.EachMorning;

    /// <summary>How often it was posted before its reader left it; null: they never did.</summary>
    public Frequency? LeftFrom { get; set; }

    /// <summary>0–23, in the newspaper's time zone.</summary>
    public int Hour { get; set; } = 7;

    /// <summary>On which days the edition of each morning leaves.</summary>
    public Days Days { get; set; } = Days.All;

    /// <summary>The day of a weekly edition; for who gets one each morning, of the one that brings what is followed weekly.</summary>
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>UTC; what is followed weekly and was published after it is new to this reader.</summary>
    public DateTime WeeklyReadUntil { get; set; }

    /// <summary>UTC; articles published after it are new to this reader.</summary>
    public DateTime ReadUntil { get; set; }

    /// <summary>UTC; when the next edition is due. Null when <see cref="Frequency"/> is never.</summary>
    public DateTime? NextDueAt { get; set; }

    /// <summary>What the first edition of a new or resumed rhythm looks back on: as much as the others will hold.</summary>
    public TimeSpan Span => Frequency == Frequency.Weekly ? Week : TimeSpan.FromDays(1);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Chooses anew. Who begins, or begins again, gets what the last day or week brought, not what was missed for months.</summary>
    /// <param name="now">UTC.</param>
    public void Choose(Frequency frequency, int hour, DayOfWeek day, Days days, DateTime now, TimeZoneInfo zone)
    {
        var isBeginning = Frequency == Frequency.Never || NextDueAt is null;
        (Frequency, Hour, Day, Days) = (frequency, hour, day, days == Days.None ? Days.All : days);
        if (isBeginning && ReadUntil < now - Span)
        {
            ReadUntil = now - Span;
        }

        if (isBeginning && WeeklyReadUntil < now - Week)
        {
            // So that the first of them comes on the chosen day, with the week before it.
            WeeklyReadUntil = LastChosenDay(now, zone);
        }

        NextDueAt = NextAfter(now, zone);
    }

    /// <summary>
    /// The first edition after <paramref name="now"/> (UTC), or null for never. An hour that the spring takes away moves to
    /// the first that exists; an hour that the autumn doubles is posted at once, the first time.
    /// </summary>
    public DateTime? NextAfter(DateTime now, TimeZoneInfo zone) => Frequency switch
    {
        Frequency.Never => null,
        Frequency.Weekly => Day.AsDays().NextAfter(Hour, now, zone),
        _ => Days.NextAfter(Hour, now, zone),
    };

    /// <summary>
    /// From when on an edition at <paramref name="at"/> (UTC) brings what a follow of such a rhythm is owed; null: this edition brings
    /// nothing of it. What is followed weekly comes with the first edition on or after the chosen day.
    /// </summary>
    public DateTime? Since(FollowRhythm rhythm, DateTime at, TimeZoneInfo zone)
    {
        if (rhythm != FollowRhythm.Weekly || Frequency == Frequency.Weekly)
        {
            return ReadUntil;
        }

        return WeeklyReadUntil < LastChosenDay(at, zone) ? WeeklyReadUntil : null;
    }

    /// <summary>UTC; when the last <see cref="Day"/> began, which may be this one.</summary>
    private DateTime LastChosenDay(DateTime at, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(at, zone).Date;
        return LocalMoment.ToUtc(day.AddDays(-(((int)day.DayOfWeek - (int)Day + 7) % 7)), zone);
    }
}

/// <summary>How often the edition is posted.</summary>
public enum Frequency
{
    Never,
    EachMorning,
    Weekly,
}
