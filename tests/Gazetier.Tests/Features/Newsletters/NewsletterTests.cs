using CsCheck;
using Gazetier.Features.Newsletters;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

/// <summary>When issues by rule are due, and what belongs into one.</summary>
public class NewsletterTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly Gen<DateTime> Moments = Gen.Long[0, 3L * 365 * 24 * 60].Select(minute => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute));
    private static readonly Gen<Newsletter> ByRule = Gen.Select(Gen.Int[1, 127], Gen.Int[0, 23], Gen.Int[1, 31])
        .Select((days, hour, span) => new Newsletter { Slug = "x", Name = "X", Making = NewsletterMaking.ByRule, Days = (Days)days, Hour = hour, SpanDays = span });

    [Fact]
    public void The_next_issue_is_the_first_of_its_days_at_its_hour_and_no_day_is_passed_over() => Gen.Select(ByRule, Moments).Sample((newsletter, now) =>
    {
        var due = newsletter.NextAfter(now, Paris)!.Value;
        var local = TimeZoneInfo.ConvertTimeFromUtc(due, Paris);
        var isSpring = local.Hour == newsletter.Hour + 1 && Paris.IsInvalidTime(local.Date.AddHours(newsletter.Hour));
        return due > now
            && newsletter.Days.Has(local.DayOfWeek)
            && (local.Hour == newsletter.Hour || isSpring)
            && local.Minute == 0
            && newsletter.NextAfter(due.AddTicks(-1), Paris) == due
            && due - now <= TimeSpan.FromDays(8)
            && NoneBetween(newsletter, now, due);
    });

    [Fact]
    public void Without_a_day_or_by_hand_none_is_due()
    {
        var newsletter = new Newsletter { Slug = "x", Name = "X", Making = NewsletterMaking.ByRule, Days = Days.None };
        newsletter.NextAfter(Newsroom.Now.UtcDateTime, Paris).ShouldBeNull();
        newsletter.Days = Days.All;
        newsletter.Making = NewsletterMaking.ByHand;
        newsletter.NextAfter(Newsroom.Now.UtcDateTime, Paris).ShouldBeNull();
    }

    [Fact]
    public void From_issue_to_issue_no_article_stands_twice_and_none_within_the_span_is_left_out() => Gen.Select(ByRule, Moments).Sample((newsletter, now) =>
    {
        var until = newsletter.NextAfter(now, Paris)!.Value;
        newsletter.ReadUntil = until;
        var next = newsletter.NextAfter(until, Paris)!.Value;
        var since = newsletter.Since(next);
        // Nothing twice; and all since the last where it is not further back than the span, be the day one of 25 hours.
        return since >= until && (next - until > TimeSpan.FromDays(newsletter.SpanDays).Add(TimeSpan.FromHours(1)) || since == until);
    });

    [Fact]
    public void The_first_looks_back_its_span() =>
        new Newsletter { Slug = "x", Name = "X", SpanDays = 7 }.Since(Newsroom.Now.UtcDateTime).ShouldBe(Newsroom.Now.UtcDateTime.AddDays(-7));

    private static bool NoneBetween(Newsletter newsletter, DateTime now, DateTime due)
    {
        for (var day = TimeZoneInfo.ConvertTimeFromUtc(now, Paris).Date.AddDays(1); day < TimeZoneInfo.ConvertTimeFromUtc(due, Paris).Date; day = day.AddDays(1))
        {
            if (newsletter.Days.Has(day.DayOfWeek))
            {
                return false;
            }
        }

        return true;
    }
}
