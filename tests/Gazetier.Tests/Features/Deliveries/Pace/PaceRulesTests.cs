using CsCheck;
using Gazetier.Features.Deliveries.Pace;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries.Pace;

public class PaceRulesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly PaceRules Some = new([new PaceRule { Domain = "orange.fr", PerMinute = 60, PerDay = 1000, AtOnce = 2 }], new WarmUpPlan { StartsOn = new(2026, 1, 1), EndsOn = new(2026, 12, 31), FirstDay = 10, GrowthPercent = 10 }, Paris);

    private static readonly Gen<DateTime> Moments = Gen.Long[new DateTime(2026, 1, 2).Ticks, new DateTime(2026, 12, 30).Ticks].Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    [Fact]
    public void A_moment_lies_in_its_windows_and_the_next_begins_where_this_one_ends() => Moments.Sample(now =>
    {
        foreach (var limit in Some.Of("orange.fr", now))
        {
            now.ShouldBeInRange(limit.From, limit.Until.AddTicks(-1));
            Some.Of("orange.fr", limit.Until).Single(next => (next.Domain, next.Window) == (limit.Domain, limit.Window)).From.ShouldBe(limit.Until);
        }
    });

    [Fact]
    public void What_is_put_off_fills_each_later_window_and_no_more() =>
        Gen.Select(Moments, Gen.Int[1, 500], Gen.Int[0, 5000]).Sample((now, most, many) =>
        {
            var limit = new PaceRules([new PaceRule { Domain = "a.fr", PerMinute = most }], null, Paris).Of("a.fr", now).Single();
            var turns = Enumerable.Range(0, many).Select(n => limit.NextFor(n)).GroupBy(turn => turn).ToList();
            turns.ShouldAllBe(turn => turn.Key >= limit.Until && turn.Count() <= most);
            turns.SkipLast(1).ShouldAllBe(turn => turn.Count() == most);
        });

    [Fact]
    public void Who_has_no_rule_meets_the_plan_alone()
    {
        Some.Of("autre.fr", Newsroom.Now.UtcDateTime).Select(limit => limit.Domain).ShouldBe([PaceLimit.AllDomains]);
        Some.Of("orange.fr", Newsroom.Now.UtcDateTime).Select(limit => (limit.Domain, limit.Window)).ShouldBe([("orange.fr", PaceWindow.Minute), ("orange.fr", PaceWindow.Day), (PaceLimit.AllDomains, PaceWindow.Day)]);
        (Some.AtOnce("orange.fr"), Some.AtOnce("autre.fr")).ShouldBe((2, (int?)null));
        (Some.AreNone, PaceRules.None.AreNone).ShouldBe((false, true));
    }
}
