using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Meter;
using Shouldly;

namespace Gazetier.Tests.Features.Meter;

/// <summary>A-07, the rule alone.</summary>
public class MeterCountTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Never_more_than_the_limit_and_what_was_read_stays_open() =>
        Gen.Select(Gen.Long[1, 12].Array[0, 60], Gen.Int[0, 6]).Sample((visits, limit) =>
        {
            var count = new MeterCount(202611, []);
            foreach (var article in visits)
            {
                var wasRead = count.Articles.Contains(article);
                var after = count.Read(article, limit);
                (after is not null).ShouldBe(wasRead || count.Articles.Count < limit);
                count = after ?? count;
                count.Articles.Count.ShouldBeLessThanOrEqualTo(limit);
                count.Left(limit).ShouldBe(limit - count.Articles.Count);
            }
        });

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Long[1, long.MaxValue].Array[0, 30].Sample(articles =>
        {
            var back = MeterCount.Parse(new MeterCount(202611, articles).ToString());
            back.Month.ShouldBe(202611);
            back.Articles.ShouldBe(articles);
        });

    [Fact]
    public void The_month_is_the_newspapers()
    {
        var lastEvening = new DateTime(2026, 12, 31, 23, 30, 0, DateTimeKind.Utc);
        var known = new KnownRules.Known(new AccessRules(), Paris);
        known.MonthOf(lastEvening).ShouldBe(202701);
        known.MonthOf(lastEvening.AddHours(-1)).ShouldBe(202612);
        new MeterCount(202612, [1, 2]).In(202701).Articles.ShouldBeEmpty();
    }
}
