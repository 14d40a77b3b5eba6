using System.Collections.Concurrent;
using Gazetier.Changes;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Changes;

public class ChangeFollowerTests
{
    /// <summary>
    /// Writers hold their transactions open for different times, so that without order a later number would be seen
    /// first and the earlier one stepped over.
    /// </summary>
    [Fact]
    public async Task Many_writers_at_once_and_the_follower_misses_none()
    {
        var followed = new Followed();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IFollowChanges>(followed));
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                await WriteAsync(site, writer, turn);
            }
        })));
        while (!writing.IsCompleted)
        {
            await site.FollowChangesAsync();
        }

        await writing;
        await site.FollowChangesAsync();

        var written = await site.DoAsync(db => db.Changes.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        written.Count.ShouldBe(80);
        followed.Ids.ShouldBe(written);
    }

    [Fact]
    public async Task A_node_starts_at_the_end_of_the_log()
    {
        var followed = new Followed();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IFollowChanges>(followed));
        await WriteAsync(site, 0, 0);
        await site.FollowChangesAsync();
        followed.Ids.Count.ShouldBe(1);

        var second = ActivatorUtilities.CreateInstance<ChangeFollower>(site.Services);
        await second.CatchUpAsync(CancellationToken.None);
        followed.Ids.Count.ShouldBe(1);
        await WriteAsync(site, 0, 1);
        await second.CatchUpAsync(CancellationToken.None);
        followed.Ids.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_follower_that_fails_is_asked_again()
    {
        var followed = new Followed { FailsOnce = true };
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IFollowChanges>(followed));
        await WriteAsync(site, 0, 0);
        while (followed.Ids.Count == 0)
        {
            // The node's own round may meet the failure, or this one.
            await Record.ExceptionAsync(site.FollowChangesAsync);
        }

        followed.Ids.Count.ShouldBe(1);
        followed.FailsOnce.ShouldBeFalse();
    }

    [Fact]
    public async Task The_bell_rings_when_the_log_has_grown_and_is_committed()
    {
        var followed = new Followed();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IFollowChanges>(followed));
        await WriteAsync(site, 0, 0);

        // Nobody here asks the follower: it hears the bell, or looks after a second.
        await followed.First.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        followed.Ids.Count.ShouldBe(1);
    }

    private static Task WriteAsync(Site site, int writer, int turn) => site.DoAsync(db => db.InTransactionAsync(async cancel =>
    {
        db.Append(site.Now, $"test.{writer}.{turn}", "front", ArticleTags.Article(turn));
        await db.SaveChangesAsync(cancel);
        for (var more = 0; more < (writer + turn) % 4; more++)
        {
            await db.Articles.CountAsync(cancel);
        }
    }));

    /// <summary>Remembers what it was told, in order.</summary>
    private sealed class Followed : IFollowChanges
    {
        private readonly ConcurrentQueue<long> _ids = new();
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<long> Ids => [.. _ids];

        public Task First => _first.Task;

        public bool FailsOnce { get; set; }

        public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
        {
            if (FailsOnce)
            {
                FailsOnce = false;
                throw new InvalidOperationException("once");
            }

            foreach (var change in changes)
            {
                _ids.Enqueue(change.Id);
            }

            _first.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
