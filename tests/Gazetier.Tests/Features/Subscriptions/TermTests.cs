using System.Globalization;
using CsCheck;
using Gazetier.Features.Subscriptions;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Subscriptions;

public class TermTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly Gen<DateTime> Moments = Gen.Int[0, 60 * 24 * 365 * 30].Select(minutes => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes));

    [Theory]
    // On the newspaper's clock: the day that has begun is given.
    [InlineData("2026-11-23T05:30", 12, "2027-11-24T00:00")]
    [InlineData("2026-11-23T00:00", 12, "2027-11-23T00:00")]
    // 31 January: until the end of February, begun or at midnight.
    [InlineData("2027-01-31T10:00", 1, "2027-03-01T00:00")]
    [InlineData("2027-01-31T00:00", 1, "2027-03-01T00:00")]
    [InlineData("2027-01-30T00:00", 1, "2027-03-01T00:00")]
    [InlineData("2028-01-30T00:00", 1, "2028-03-01T00:00")]
    [InlineData("2028-01-29T00:00", 1, "2028-02-29T00:00")]
    // 29 February: until the end of the next.
    [InlineData("2028-02-29T00:00", 12, "2029-03-01T00:00")]
    [InlineData("2028-02-29T09:00", 12, "2029-03-01T00:00")]
    // 31 December.
    [InlineData("2026-12-31T23:59", 1, "2027-02-01T00:00")]
    [InlineData("2026-12-31T00:00", 12, "2027-12-31T00:00")]
    // Over the changes of hour, on their very days, and in the hour that comes twice.
    [InlineData("2026-03-29T03:30", 1, "2026-04-30T00:00")]
    [InlineData("2026-10-25T02:30", 1, "2026-11-26T00:00")]
    [InlineData("2026-02-28T12:00", 1, "2026-04-01T00:00")]
    public void A_term_ends_at_midnight(string from, int months, string until) =>
        Dates(Term.EndOf(LocalMoment.ToUtc(Local(from), Paris), months, Paris)).ShouldBe(Local(until));

    [Fact]
    public void Nobody_has_less_than_the_months_that_they_paid_for_nor_four_days_more() => Gen.Select(Moments, Gen.Int[1, 60]).Sample((from, months) =>
    {
        var (start, end) = (Dates(from), Dates(Term.EndOf(from, months, Paris)));
        return end.TimeOfDay == TimeSpan.Zero && end >= start.AddMonths(months) && end - start.AddMonths(months) <= TimeSpan.FromDays(4);
    });

    [Fact]
    public void Who_begins_later_does_not_end_earlier() => Gen.Select(Moments, Gen.Int[1, 60], Gen.Int[0, 100_000]).Sample((from, months, later) =>
        Term.EndOf(from, months, Paris) <= Term.EndOf(from.AddMinutes(later), months, Paris));

    [Fact]
    public void Terms_that_follow_one_another_do_not_drift() => Moments.Sample(from =>
    {
        var end = Term.EndOf(from, 1, Paris);
        var day = Dates(end).Day;
        // A term that begins at a midnight ends on the same day of the month, for good, once it is not one that some months lack.
        return day > 28 || Enumerable.Range(0, 24).All(_ => Dates(end = Term.EndOf(end, 1, Paris)).Day == day);
    });

    [Fact]
    public void In_a_zone_whose_midnight_is_missing_once_a_term_ends_an_hour_later()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
        var end = Term.EndOf(new DateTime(2026, 8, 6, 4, 0, 0, DateTimeKind.Utc), 1, zone);
        TimeZoneInfo.ConvertTimeFromUtc(end, zone).ShouldBe(new DateTime(2026, 9, 6, 1, 0, 0));
    }

    private static DateTime Dates(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Paris);

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
