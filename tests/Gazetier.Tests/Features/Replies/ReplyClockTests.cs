using CsCheck;
using Gazetier.Features.Replies;
using Gazetier.Locales;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class ReplyClockTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly TimeZoneInfo[] Known =
        [Paris, TimeZoneInfo.Utc, .. new[] { "Indian/Reunion", "America/Miquelon", "Australia/Lord_Howe" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly int[] Months = [3, 4, 10, 11];

    private static readonly Gen<TimeZoneInfo> Zones = Gen.Int[0, Known.Length - 1].Select(i => Known[i]);

    /// <summary>In the months of both changes of hour.</summary>
    private static readonly Gen<DateTime> Times = Gen.Select(Gen.Int[2026, 2030], Gen.Int[0, 3].Select(i => Months[i]), Gen.Int[1, 30], Gen.Int[0, 86_399])
        .Select((year, month, day, second) => new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddSeconds(second));

    [Theory]
    [InlineData("2026-11-23T04:30:00", "2026-11-26T04:30:00")]
    // Over the last Sunday of October, 25 hours long; and of March, 23.
    [InlineData("2026-10-23T10:00:00", "2026-10-26T11:00:00")]
    [InlineData("2027-03-26T10:00:00", "2027-03-29T09:00:00")]
    // Half past two, three days on, is there twice: the first; or not at all: the change itself.
    [InlineData("2026-10-22T00:30:00", "2026-10-25T00:30:00")]
    [InlineData("2027-03-25T01:30:00", "2027-03-28T01:00:00")]
    public void Three_days_are_three_days_of_the_calendar(string received, string due) =>
        ReplyClock.DueAt(Utc(received), 3, Paris).ShouldBe(Utc(due));

    [Fact]
    public void It_is_the_same_hour_on_the_newspapers_clock_an_hour_more_or_less_over_a_change() => Gen.Select(Times, Zones, Gen.Int[1, 30]).Sample((received, zone, days) =>
    {
        var due = ReplyClock.DueAt(received, days, zone);
        due.Kind.ShouldBe(DateTimeKind.Utc);
        (due - received).ShouldBeInRange(TimeSpan.FromHours((24 * days) - 1), TimeSpan.FromHours((24 * days) + 1));
        var wanted = Dates.Local(received, zone).AddDays(days);
        if (!zone.IsInvalidTime(wanted))
        {
            Dates.Local(due, zone).ShouldBe(wanted);
        }
    });

    [Fact]
    public void Who_comes_later_is_never_due_earlier() => Gen.Select(Times, Gen.Int[0, 7200], Zones).Sample((received, seconds, zone) =>
        ReplyClock.DueAt(received.AddSeconds(seconds), 3, zone).ShouldBeGreaterThanOrEqualTo(ReplyClock.DueAt(received, 3, zone)));

    [Theory]
    [InlineData(40.5, "il reste 40 heures")]
    [InlineData(1, "il reste une heure")]
    [InlineData(0.5, "il reste moins d’une heure")]
    [InlineData(-0.5, "en retard de moins d’une heure")]
    [InlineData(-1.5, "en retard d’une heure")]
    [InlineData(-26, "en retard de 26 heures")]
    public void The_time_left_is_said_in_hours(double hours, string said)
    {
        var now = Utc("2026-11-23T04:30:00");
        ReplyClock.Left(now.AddHours(hours), now, new Phrases(Language.French)).ShouldBe(said);
    }

    private static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
