using Gazetier.Features.Digests;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shouldly;

namespace Gazetier.Tests.Features.Digests;

public class DigestScheduleTests
{
    [Fact]
    public async Task A_node_that_works_looks_each_minute()
    {
        await using var site = await Site.OpenAsync(null, ("Role", "worker"));
        var scheduler = await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var trigger = await scheduler.GetTrigger(new TriggerKey("digests"), TestContext.Current.CancellationToken);
        trigger.ShouldBeAssignableTo<ICronTrigger>()!.CronExpressionString.ShouldBe(DigestSchedule.Cron);
    }

    [Fact]
    public async Task It_posts_what_was_due_at_the_full_minute_and_leaves_later_articles_to_the_next_edition()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        await site.PublishAsync("À sept heures juste", Morning.Seven.UtcDateTime);
        await site.PublishAsync("À sept heures et dix secondes", Morning.Seven.UtcDateTime.AddSeconds(10));
        var schedule = ActivatorUtilities.CreateInstance<DigestSchedule>(site.Services);
        site.Clock.SetUtcNow(Morning.Seven.AddSeconds(20));
        await schedule.Execute(null!, TestContext.Current.CancellationToken);
        site.Mails.ShouldHaveSingleItem().Text.ShouldContain("À sept heures juste");
        site.Mails[0].Text.ShouldNotContain("dix secondes");
        site.Clock.SetUtcNow(Morning.Seven.AddDays(1).AddSeconds(20));
        await schedule.Execute(null!, TestContext.Current.CancellationToken);
        site.Mails[1].Text.ShouldContain("dix secondes");
    }
}
