using CsCheck;
using Gazetier.Features.Deliveries.Pace;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries.Pace;

public class WarmUpPlanTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly Gen<WarmUpPlan> Plans =
        from first in Gen.Int[1, 1_000_000]
        from growth in Gen.Int[0, WarmUpPlan.MostGrowth]
        from days in Gen.Int[0, WarmUpPlan.LongestDays]
        select new WarmUpPlan { StartsOn = Monday, EndsOn = Monday.AddDays(days), FirstDay = first, GrowthPercent = growth };

    [Fact]
    public void E_06_each_day_allows_a_part_more_than_the_one_before()
    {
        var plan = new WarmUpPlan { StartsOn = Monday, EndsOn = Monday.AddDays(4), FirstDay = 200, GrowthPercent = 50 };
        Enumerable.Range(-1, 7).Select(n => plan.AllowanceOn(Monday.AddDays(n))).ShouldBe([null, 200, 300, 450, 675, 1012, null]);
    }

    [Fact]
    public void It_begins_as_it_says_never_falls_and_limits_no_day_outside_of_it() => Plans.Sample(plan =>
    {
        plan.AllowanceOn(plan.StartsOn).ShouldBe(plan.FirstDay);
        plan.AllowanceOn(plan.StartsOn.AddDays(-1)).ShouldBeNull();
        plan.AllowanceOn(plan.EndsOn.AddDays(1)).ShouldBeNull();
        var before = 0;
        for (var day = plan.StartsOn; day <= plan.EndsOn; day = day.AddDays(1))
        {
            var allowed = plan.AllowanceOn(day)!.Value;
            allowed.ShouldBeInRange(Math.Max(before, 1), WarmUpPlan.Most);
            before = allowed;
        }
    });
}
