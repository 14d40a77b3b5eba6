using CsCheck;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Web;

public class LocalMomentTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void What_is_written_is_read_back_to_the_minute() =>
        Gen.Int[0, 60 * 24 * 365 * 3].Sample(minutes =>
        {
            var utc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            LocalMoment.TryRead(LocalMoment.Write(utc, Paris), Paris, out var read).ShouldBeTrue();
            // Of an hour that comes twice, the form cannot say which.
            (read == utc || Paris.IsAmbiguousTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Paris))).ShouldBeTrue();
        });

    [Fact]
    public void The_hour_that_is_left_out_is_the_one_after_and_of_two_it_is_the_first()
    {
        Read("2026-03-29T02:30").ShouldBe(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc));
        Read("2026-10-25T02:30").ShouldBe(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("demain")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_no_time_is_refused(string text) => LocalMoment.TryRead(text, Paris, out _).ShouldBeFalse();

    [Fact]
    public void Nothing_is_nothing() => Read(" ").ShouldBeNull();

    private static DateTime? Read(string text)
    {
        LocalMoment.TryRead(text, Paris, out var utc).ShouldBeTrue();
        return utc;
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData(" 23/11/2026 ", "2026-11-23")]
    [InlineData("29/02/2028", "2028-02-29")]
    [InlineData("29/02/2027", null)]
    [InlineData("11/23/2026", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_day_is_read_as_calendars_and_people_write_it(string? text, string? day) =>
        LocalMoment.ReadDay(text).ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
