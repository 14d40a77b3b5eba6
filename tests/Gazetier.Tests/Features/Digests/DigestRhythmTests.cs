using CsCheck;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Digests;

public class DigestRhythmTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTime Year2026 = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<DateTime> Moments = Gen.Int[0, 3 * 365 * 24 * 60].Select(minutes => Year2026.AddMinutes(minutes));

    [Fact]
    public void The_next_edition_is_in_the_future_within_a_day_or_a_week_at_its_local_hour() =>
        Gen.Select(Moments, Gen.Int[0, 23], Gen.Int[0, 6], Gen.Bool).Sample((now, hour, day, isWeekly) =>
        {
            var rhythm = Rhythm(isWeekly ? Frequency.Weekly : Frequency.EachMorning, hour, (DayOfWeek)day);
            var next = rhythm.NextAfter(now, Paris).ShouldNotBeNull();
            next.Kind.ShouldBe(DateTimeKind.Utc);
            next.ShouldBeGreaterThan(now);
            next.ShouldBeLessThanOrEqualTo(now + rhythm.Span + TimeSpan.FromHours(1));
            var local = TimeZoneInfo.ConvertTimeFromUtc(next, Paris);
            // The one hour that spring takes away is followed by the one that takes its place.
            var isMissing = Paris.IsInvalidTime(local.Date.AddHours(hour));
            local.TimeOfDay.ShouldBe(TimeSpan.FromHours(isMissing ? hour + 1 : hour));
            (!isWeekly || local.DayOfWeek == (DayOfWeek)day).ShouldBeTrue();
        });

    [Fact]
    public void Each_day_of_the_year_has_one_edition_and_only_one() =>
        Gen.Int[0, 23].Sample(
            hour =>
            {
                var rhythm = Rhythm(Frequency.EachMorning, hour);
                var days = new HashSet<DateOnly>();
                for (DateTime? at = Year2026; (at = rhythm.NextAfter(at!.Value, Paris)) < Year2026.AddYears(1);)
                {
                    days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at!.Value, Paris))).ShouldBeTrue();
                }

                days.Count.ShouldBeInRange(364, 366);
            },
            iter: 24);

    [Fact]
    public void An_hour_that_spring_takes_away_moves_forward()
    {
        // 29 March 2026, two becomes three.
        var rhythm = Rhythm(Frequency.EachMorning, 2);
        rhythm.NextAfter(Utc(2026, 3, 28, 12), Paris).ShouldBe(Utc(2026, 3, 29, 1));
        TimeZoneInfo.ConvertTimeFromUtc(Utc(2026, 3, 29, 1), Paris).Hour.ShouldBe(3);
    }

    [Fact]
    public void An_hour_that_autumn_doubles_is_posted_the_first_time_only()
    {
        // 25 October 2026, three becomes two again.
        var rhythm = Rhythm(Frequency.EachMorning, 2);
        rhythm.NextAfter(Utc(2026, 10, 24, 12), Paris).ShouldBe(Utc(2026, 10, 25, 0));
        rhythm.NextAfter(Utc(2026, 10, 25, 0), Paris).ShouldBe(Utc(2026, 10, 26, 1));
    }

    [Fact]
    public void Seven_in_the_morning_stays_seven_through_both_changes()
    {
        var rhythm = Rhythm(Frequency.EachMorning, 7);
        rhythm.NextAfter(Utc(2026, 3, 28, 12), Paris).ShouldBe(Utc(2026, 3, 29, 5));
        rhythm.NextAfter(Utc(2026, 10, 24, 12), Paris).ShouldBe(Utc(2026, 10, 25, 6));
    }

    [Fact]
    public void Never_is_never() => Rhythm(Frequency.Never, 7).NextAfter(Year2026, Paris).ShouldBeNull();

    [Fact]
    public void Who_begins_again_after_months_gets_a_day_and_not_the_months()
    {
        var now = Utc(2026, 11, 23, 8);
        var rhythm = new DigestRhythm { Frequency = Frequency.Never, ReadUntil = now.AddMonths(-5) };
        rhythm.Choose(Frequency.EachMorning, 7, DayOfWeek.Monday, Days.All, now, Paris);
        rhythm.ReadUntil.ShouldBe(now.AddDays(-1));
        rhythm.Choose(Frequency.Weekly, 7, DayOfWeek.Monday, Days.All, now.AddHours(1), Paris);
        rhythm.ReadUntil.ShouldBe(now.AddDays(-1));
    }

    [Fact]
    public void A_morning_edition_leaves_on_the_chosen_days_only()
    {
        var rhythm = Rhythm(Frequency.EachMorning, 7);
        rhythm.Days = Days.Monday | Days.Thursday;
        // Monday 23 November 2026, before and after its hour; and the Friday after.
        rhythm.NextAfter(Utc(2026, 11, 23, 5), Paris).ShouldBe(Utc(2026, 11, 23, 6));
        rhythm.NextAfter(Utc(2026, 11, 23, 6), Paris).ShouldBe(Utc(2026, 11, 26, 6));
        rhythm.NextAfter(Utc(2026, 11, 27, 6), Paris).ShouldBe(Utc(2026, 11, 30, 6));
    }

    [Fact]
    public void What_is_followed_weekly_comes_once_a_week_with_the_first_edition_on_or_after_the_chosen_day()
    {
        var rhythm = Rhythm(Frequency.EachMorning, 7, DayOfWeek.Wednesday);
        (rhythm.ReadUntil, rhythm.WeeklyReadUntil) = (Utc(2026, 11, 23, 6), Utc(2026, 11, 18, 6));
        rhythm.Since(FollowRhythm.EachMorning, Utc(2026, 11, 24, 6), Paris).ShouldBe(Utc(2026, 11, 23, 6));
        rhythm.Since(FollowRhythm.Weekly, Utc(2026, 11, 24, 6), Paris).ShouldBeNull("Tuesday: last Wednesday's had it");
        rhythm.Since(FollowRhythm.Weekly, Utc(2026, 11, 25, 6), Paris).ShouldBe(Utc(2026, 11, 18, 6));
        rhythm.Since(FollowRhythm.Weekly, Utc(2026, 11, 27, 6), Paris).ShouldBe(Utc(2026, 11, 18, 6), "no edition left on Wednesday");
    }

    [Fact]
    public void Over_a_year_of_editions_nothing_followed_weekly_comes_twice_or_never() =>
        Gen.Select(Gen.Int[1, 127], Gen.Int[0, 6], Gen.Int[5, 20]).Sample((days, day, hour) =>
        {
            var rhythm = Rhythm(Frequency.EachMorning, hour, (DayOfWeek)day);
            rhythm.Days = (Days)days;
            rhythm.WeeklyReadUntil = Year2026;
            var spans = new List<TimeSpan>();
            for (var at = rhythm.NextAfter(Year2026, Paris); at < Year2026.AddYears(1); at = rhythm.NextAfter(at.Value, Paris))
            {
                if (rhythm.Since(FollowRhythm.Weekly, at.Value, Paris) is { } since)
                {
                    spans.Add(at.Value - since);
                    rhythm.WeeklyReadUntil = at.Value;
                }
            }

            spans.Count.ShouldBeInRange(51, 53);
            spans.Skip(1).ShouldAllBe(span => span > TimeSpan.FromDays(6) && span < TimeSpan.FromDays(8));
        });

    private static DigestRhythm Rhythm(Frequency frequency, int hour, DayOfWeek day = DayOfWeek.Monday) =>
        new() { Frequency = frequency, Hour = hour, Day = day };

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
