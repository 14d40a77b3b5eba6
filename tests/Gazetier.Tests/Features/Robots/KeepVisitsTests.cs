using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace Gazetier.Tests.Features.Robots;

public class KeepVisitsTests
{
    private static readonly VisitKey Key = new("GPTBot", RobotClass.Training, RobotVerdict.Verified, RobotAnswer.Refused);

    [Fact]
    public async Task Two_nodes_add_up()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        var nodes = new[] { site, other }.Select(node => (Tally: node.Services.GetRequiredService<RobotTally>(), Keep: node.Services.GetRequiredService<KeepVisits>())).ToList();
        for (var round = 0; round < 5; round++)
        {
            foreach (var (tally, _) in nodes)
            {
                tally.Add(Key);
                tally.Add(Key with { Verdict = RobotVerdict.Impostor });
            }

            await Task.WhenAll(nodes.Select(node => node.Keep.RunAsync(CancellationToken.None)));
        }

        (await site.VisitsAsync()).ShouldBe(["GPTBot Training Impostor Refused: 10", "GPTBot Training Verified Refused: 10"]);
    }

    [Fact]
    public async Task A_day_is_the_newspapers_and_what_is_counted_while_it_stops_is_written()
    {
        await using var site = await Site.OpenAsync();
        var tally = site.Services.GetRequiredService<RobotTally>();
        // 23:30 in Paris, and half past midnight.
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.Zero));
        tally.Add(Key);
        await site.VisitsAsync();
        site.Clock.Advance(TimeSpan.FromHours(1));
        tally.Add(Key);
        await site.Services.GetServices<IHostedService>().OfType<RobotRounds>().Single().StopAsync(new CancellationToken(canceled: true));
        (await site.DoAsync(db => db.RobotVisits.OrderBy(v => v.Day).Select(v => v.Day).ToListAsync())).ShouldBe([new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)]);
    }

    [Fact]
    public async Task Whoever_counts_at_once_counts_once()
    {
        var tally = new RobotTally();
        var taken = 0L;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                tally.Add(Key);
                if (n == 0 && i % 100 == 0)
                {
                    Interlocked.Add(ref taken, tally.Take().Sum(one => one.Number));
                }
            }
        })));
        (taken + tally.Take().Sum(one => one.Number)).ShouldBe(40_000);
    }
}
