using CsCheck;
using Gazetier.Features.Alerts;
using Shouldly;

namespace Gazetier.Tests.Features.Alerts;

/// <summary>E-11: throttled, quiet hours, a daily cap.</summary>
public class AlertSettingsTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTime Noon = new(2026, 11, 23, 11, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void By_day_an_alert_leaves_at_once() => new AlertSettings().When(Noon, [], Paris).ShouldBe(Noon);

    [Fact]
    public void In_the_quiet_hours_it_waits_for_their_end()
    {
        var settings = new AlertSettings { QuietFrom = 21, QuietUntil = 7 };
        settings.When(Utc(23, 21), [], Paris).ShouldBe(Utc(24, 6), "22 h in Paris");
        settings.When(Utc(24, 3), [], Paris).ShouldBe(Utc(24, 6), "4 h in Paris");
        new AlertSettings { QuietFrom = 12, QuietUntil = 14 }.When(Noon.AddMinutes(30), [], Paris).ShouldBe(Utc(23, 13));
        new AlertSettings { QuietFrom = 7, QuietUntil = 7 }.When(Utc(24, 3), [], Paris).ShouldBe(Utc(24, 3));
    }

    [Fact]
    public void Two_alerts_are_ten_minutes_apart() => new AlertSettings().When(Noon, [Noon.AddMinutes(-1)], Paris).ShouldBe(Noon.AddMinutes(9));

    [Fact]
    public void Beyond_the_daily_number_the_edition_tells_of_it()
    {
        var settings = new AlertSettings { PerDay = 2 };
        settings.When(Noon, [Noon.AddHours(-3), Noon.AddHours(-2)], Paris).ShouldBeNull();
        settings.When(Noon.AddDays(1), [Noon.AddHours(-3), Noon.AddHours(-2)], Paris).ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public void Who_left_gets_none() => new AlertSettings { IsOff = true }.When(Noon, [], Paris).ShouldBeNull();

    [Fact]
    public void However_many_appear_no_rule_is_broken() =>
        Gen.Select(Gen.Int[0, 23], Gen.Int[0, 23], Gen.Int[1, 6], Gen.Int[0, 10_000].Array[1, 80]).Sample((from, until, perDay, minutes) =>
        {
            var settings = new AlertSettings { QuietFrom = from, QuietUntil = until, PerDay = perDay };
            var planned = new List<DateTime>();
            foreach (var now in minutes.Order().Select(minute => Utc(20, 0).AddMinutes(minute)))
            {
                if (settings.When(now, [.. planned.Where(at => at > now.AddDays(-2))], Paris) is { } at)
                {
                    at.ShouldBeGreaterThanOrEqualTo(now);
                    planned.Add(at);
                }
            }

            planned.Zip(planned.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First >= AlertSettings.Gap);
            planned.CountBy(at => Local(at).Date).ShouldAllBe(day => day.Value <= perDay);
            planned.Select(at => Local(at).Hour).ShouldAllBe(hour => from == until || (from < until ? hour < from || hour >= until : hour < from && hour >= until));
        });

    private static DateTime Local(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(at, Paris);

    private static DateTime Utc(int day, int hour) => new(2026, 11, day, hour, 0, 0, DateTimeKind.Utc);
}
