using System.Globalization;
using CsCheck;
using Gazetier.Changes;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Web;

public class PageCacheTests
{
    private const long Now = 1000;

    [Fact]
    public void A_page_is_found_until_its_time_ends()
    {
        var cache = new PageCache(1_000_000);
        cache.Keep(Key("/"), Page(until: Now + 1), cache.Drops);

        cache.Find(Key("/"), Now).ShouldNotBeNull();
        cache.Find(Key("/"), Now + 1).ShouldBeNull();
        cache.Find(Key("/autre"), Now).ShouldBeNull();
    }

    [Fact]
    public void Each_class_of_access_language_and_number_has_a_page_of_its_own()
    {
        var cache = new PageCache(1_000_000);
        cache.Keep(Key("/"), Page(), cache.Drops);

        cache.Find(new PageKey("/", 1, new PageClass(2, Language.French)), Now).ShouldBeNull();
        cache.Find(new PageKey("/", 1, new PageClass(0, Language.English)), Now).ShouldBeNull();
        cache.Find(new PageKey("/", 2, default), Now).ShouldBeNull();
    }

    [Fact]
    public void A_tag_drops_the_pages_that_show_it_and_no_other()
    {
        var cache = new PageCache(1_000_000);
        cache.Keep(Key("/"), Page(tags: ["front", "article:1"]), cache.Drops);
        cache.Keep(Key("/1/"), Page(tags: ["article:1"]), cache.Drops);
        cache.Keep(Key("/2/"), Page(tags: ["article:2"]), cache.Drops);

        cache.Drop(["article:1"]);

        cache.Find(Key("/"), Now).ShouldBeNull();
        cache.Find(Key("/1/"), Now).ShouldBeNull();
        cache.Find(Key("/2/"), Now).ShouldNotBeNull();
    }

    [Fact]
    public void A_change_of_everything_drops_all()
    {
        var cache = new PageCache(1_000_000);
        cache.Keep(Key("/"), Page(tags: ["front"]), cache.Drops);
        cache.Keep(Key("/robots.txt"), Page(tags: []), cache.Drops);

        cache.Drop([ChangeLog.Everything]);

        cache.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("article:1")]
    [InlineData(ChangeLog.Everything)]
    public void A_change_during_rendering_is_not_lost(string dropped)
    {
        var cache = new PageCache(1_000_000);
        var begun = cache.Drops;
        cache.Drop([dropped]);
        cache.Keep(Key("/1/"), Page(tags: ["article:1"]), begun);
        cache.Find(Key("/1/"), Now).ShouldBeNull();

        cache.Keep(Key("/1/"), Page(tags: ["article:1"]), cache.Drops);
        cache.Find(Key("/1/"), Now).ShouldNotBeNull();
    }

    /// <summary>Whatever is begun, ended and dropped in whatever order: a page that is found was begun after the last drop of each of its tags.</summary>
    [Fact]
    public void No_order_of_events_leaves_an_old_page()
    {
        var tag = Gen.Int[0, 3].Select(n => $"tag:{n}");
        var step = Gen.OneOf(
            Gen.Select(Gen.Int[0, 4], tag.Array[0, 3], (page, tags) => new Step(page, tags, null)),
            Gen.Int[0, 4].Select(page => new Step(page, null, null)),
            Gen.OneOf(tag, Gen.Const(ChangeLog.Everything)).Select(dropped => new Step(0, null, dropped)));
        step.Array[1, 40].Sample(steps =>
        {
            var cache = new PageCache(1_000_000);
            var begun = new Dictionary<int, (string[] Tags, long Drops, int At)>();
            var kept = new Dictionary<int, (string[] Tags, int At)>();
            var lastDrop = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var at = 0; at < steps.Length; at++)
            {
                var (page, tags, dropped) = steps[at];
                if (dropped is not null)
                {
                    cache.Drop([dropped]);
                    lastDrop[dropped] = at;
                }
                else if (tags is not null)
                {
                    begun[page] = (tags, cache.Drops, at);
                }
                else if (begun.Remove(page, out var rendering))
                {
                    cache.Keep(Key($"/{page}"), Page(tags: rendering.Tags), rendering.Drops);
                    kept[page] = (rendering.Tags, rendering.At);
                }

                foreach (var (number, (shown, begunAt)) in kept)
                {
                    var isOld = shown.Append(ChangeLog.Everything).Any(t => lastDrop.GetValueOrDefault(t, -1) > begunAt);
                    (cache.Find(Key($"/{number}"), Now) is null).ShouldBe(isOld);
                }
            }
        });
    }

    /// <summary>Renderers and one follower at once: when all is quiet, what is found shows the last version.</summary>
    [Fact]
    public async Task Many_renderers_and_one_follower_leave_no_old_page()
    {
        for (var round = 0; round < 50; round++)
        {
            var cache = new PageCache(1_000_000);
            var version = 0;
            var follower = Task.Run(() =>
            {
                for (var change = 0; change < 200; change++)
                {
                    Interlocked.Increment(ref version);
                    cache.Drop(["article:1"]);
                }
            }, TestContext.Current.CancellationToken);
            var renderers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                while (!follower.IsCompleted)
                {
                    var begun = cache.Drops;
                    var seen = Volatile.Read(ref version);
                    cache.Keep(Key("/1/"), Page(tags: ["article:1", seen.ToString(CultureInfo.InvariantCulture)]), begun);
                }
            }, TestContext.Current.CancellationToken));
            await Task.WhenAll(renderers.Append(follower));

            if (cache.Find(Key("/1/"), Now) is { } page)
            {
                page.Tags.ShouldContain(version.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public async Task Pages_stay_within_the_limit_also_when_their_codings_were_made()
    {
        const int Limit = 1_000_000;
        var cache = new PageCache(Limit);
        for (var round = 0; round < 5; round++)
        {
            for (var number = 0; number < 60; number++)
            {
                var page = Page(bytes: 40_000);
                cache.Keep(Key($"/{round}/{number}"), page, cache.Drops);
                await Kept.AskAsync(page, "br");
                await Kept.AskAsync(page, "gzip");
            }

            (cache.Count * 40_000).ShouldBeLessThanOrEqualTo(Limit, $"round {round}: {cache.Count} pages");
            cache.Count.ShouldBeGreaterThan(2);
            cache.Drop([ChangeLog.Everything]);
        }
    }

    private static PageKey Key(string path) => new(path, 1, default);

    private static KeptPage Page(long until = Now + 1, string[]? tags = null, int bytes = 100)
    {
        var body = new byte[bytes];
        new Random(bytes).NextBytes(body);
        return new KeptPage(body, [], tags ?? [], until);
    }

    /// <summary>A page begins (its tags), ends (neither), or something is dropped.</summary>
    private sealed record Step(int Page, string[]? Tags, string? Dropped);
}
