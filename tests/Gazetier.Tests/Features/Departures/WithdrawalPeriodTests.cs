using System.Globalization;
using CsCheck;
using Gazetier.Features.Departures;
using Shouldly;

namespace Gazetier.Tests.Features.Departures;

/// <summary>L-10: fourteen days, to the last hour of a working day.</summary>
public class WithdrawalPeriodTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-23", "2026-12-07")]
    [InlineData("2026-11-20", "2026-12-04")]
    [InlineData("2026-11-21", "2026-12-07")]
    [InlineData("2026-12-11", "2026-12-28")]
    [InlineData("2026-12-18", "2027-01-04")]
    [InlineData("2027-03-15", "2027-03-30")]
    [InlineData("2028-02-15", "2028-02-29")]
    public void Its_last_day_is_a_working_day(string concluded, string last) =>
        WithdrawalPeriod.LastDay(Day(concluded)).ShouldBe(Day(last));

    [Fact]
    public void It_ends_at_midnight_on_the_newspapers_clock()
    {
        // Ordered at half past midnight in Paris, which is the evening before in UTC.
        WithdrawalPeriod.EndsAt(new DateTime(2026, 11, 22, 23, 30, 0, DateTimeKind.Utc), Paris).ShouldBe(new DateTime(2026, 12, 7, 23, 0, 0, DateTimeKind.Utc));
        // Over the change of hour.
        WithdrawalPeriod.EndsAt(new DateTime(2026, 10, 14, 10, 0, 0, DateTimeKind.Utc), Paris).ShouldBe(new DateTime(2026, 10, 28, 23, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void It_is_never_shorter_than_fourteen_days_and_never_ends_on_a_day_off() =>
        Gen.Int[0, 20_000].Select(days => new DateOnly(2026, 1, 1).AddDays(days)).Sample(concluded =>
        {
            var last = WithdrawalPeriod.LastDay(concluded);
            last.ShouldBeGreaterThanOrEqualTo(concluded.AddDays(14));
            last.ShouldBeLessThanOrEqualTo(concluded.AddDays(19));
            WithdrawalPeriod.IsHoliday(last).ShouldBeFalse();
            last.DayOfWeek.ShouldNotBe(DayOfWeek.Sunday);
        });

    [Theory]
    [InlineData("2026-04-06")]
    [InlineData("2026-05-14")]
    [InlineData("2026-05-25")]
    [InlineData("2027-03-29")]
    [InlineData("2038-04-26")]
    public void Feasts_that_move_are_known(string day) => WithdrawalPeriod.IsHoliday(Day(day)).ShouldBeTrue();

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
