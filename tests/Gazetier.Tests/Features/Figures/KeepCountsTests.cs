using Gazetier.Features.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class KeepCountsTests
{
    private static readonly CountKey View = new(Newsroom.Free, ReadStep.Read, "Visitor");

    [Fact]
    public async Task Two_nodes_add_up()
    {
        await using var site = await Site.OpenAsync();
        var nodes = Enumerable.Range(0, 2).Select(_ => Node(site)).ToList();
        var keys = Enumerable.Range(0, 40).Select(n => new CountKey(1 + (n % 3), ReadStep.Host, $"site-{n}.example")).ToList();
        for (var round = 0; round < 5; round++)
        {
            foreach (var (tally, _) in nodes)
            {
                keys.ForEach(tally.Add);
                tally.Add(View);
            }

            await Task.WhenAll(nodes.Select(node => node.Keep.RunAsync(CancellationToken.None)));
        }

        var counts = await site.CountsAsync();
        counts.ShouldContain("1 Read Visitor: 10");
        counts.Count.ShouldBe(41);
        counts.ShouldAllBe(line => line.EndsWith(": 10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time_under_its_own_day()
    {
        var broken = new BrokenDatabase();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IInterceptor>(broken));
        using var visitor = site.Visitor();
        await visitor.ReadAsync(Reading.Free);
        broken.IsBroken = true;
        await Should.ThrowAsync<InvalidOperationException>(site.KeepCountsAsync());
        site.Clock.Advance(TimeSpan.FromDays(1));
        await visitor.ReadAsync(Reading.Free);
        await Should.ThrowAsync<InvalidOperationException>(site.KeepCountsAsync());

        broken.IsBroken = false;
        await site.KeepCountsAsync();
        await site.KeepCountsAsync();

        var rows = await site.DoAsync(db => db.ReadCounts.Where(c => c.Step == ReadStep.Read).OrderBy(c => c.Day).ToListAsync());
        rows.Select(row => (row.Day, row.Number)).ShouldBe([(new DateOnly(2026, 11, 23), 1L), (new DateOnly(2026, 11, 24), 1L)]);
    }

    [Fact]
    public async Task A_program_without_time_to_stop_in_still_writes_what_it_counted()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.ReadAsync(Reading.Free);

        await site.Services.GetServices<IHostedService>().OfType<CountRounds>().Single().StopAsync(new CancellationToken(canceled: true));

        (await site.CountsAsync()).ShouldContain("1 Read Visitor: 1");
    }

    [Fact]
    public async Task A_day_is_the_newspapers()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        // 23:30 in Paris, and half past midnight.
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.Zero));
        await visitor.ReadAsync(Reading.Free);
        await site.KeepCountsAsync();
        site.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.ReadAsync(Reading.Free);
        await site.KeepCountsAsync();

        (await site.DoAsync(db => db.ReadCounts.Where(c => c.Step == ReadStep.Read).Select(c => c.Day).Order().ToListAsync()))
            .ShouldBe([new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)]);
    }

    [Fact]
    public async Task Stopping_writes_what_was_counted()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.ReadAsync(Reading.Free);
        var rounds = site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<CountRounds>().Single();

        await rounds.StopAsync(CancellationToken.None);

        (await site.DoAsync(db => db.ReadCounts.CountAsync(c => c.Step == ReadStep.Read))).ShouldBe(1);
    }

    [Fact]
    public async Task Figures_go_after_twenty_five_months()
    {
        await using var site = await Site.OpenAsync();
        var today = new DateOnly(2026, 11, 23);
        await site.DoAsync(async db =>
        {
            db.AddRange(new[] { today, today.AddMonths(-25), today.AddMonths(-25).AddDays(-1), today.AddYears(-3) }
                .Select(day => new ReadCount { Day = day, ArticleId = 1, Step = ReadStep.Read, Kind = "Visitor", Number = 5 }));
            await db.SaveChangesAsync();
        });

        (await site.WithAsync<ForgetOldCounts, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(2);

        (await site.DoAsync(db => db.ReadCounts.Select(c => c.Day).Order().ToListAsync())).ShouldBe([today.AddMonths(-25), today]);
    }

    private static (ReadTally Tally, KeepCounts Keep) Node(Site site)
    {
        var tally = new ReadTally();
        return (tally, new KeepCounts(tally, site.Services.GetRequiredService<IServiceScopeFactory>()));
    }

    /// <summary>Refuses to write figures while it is broken, at the last moment: before the commit.</summary>
    private sealed class BrokenDatabase : DbTransactionInterceptor
    {
        public bool IsBroken { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            System.Data.Common.DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsBroken ? throw new InvalidOperationException("The disk is full.") : ValueTask.FromResult(result);
    }
}
