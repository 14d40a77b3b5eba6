using System.Diagnostics;
using System.Net;
using Gazetier.Features.Articles;
using Gazetier.Features.Planning;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Planning;

/// <summary>An article that is scheduled appears at its minute, everywhere and on every node, and the log tells of it once.</summary>
public class AppearanceTests
{
    private const string Headline = "Pour huit heures";

    private static readonly string[] Lists =
    [
        "/", "/rubriques/actualite/", "/themes/eau/", "/auteurs/claire-vasseur/", "/feed/", "/feed.atom", "/feed.json", "/rubriques/actualite/feed/",
        "/themes/eau/feed.atom", "/themes/eau/feed.json", "/sitemap-news.xml",
    ];

    [Fact]
    public async Task It_appears_at_its_minute_in_all_lists_of_two_nodes_and_not_before()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        using var here = site.Visitor();
        using var there = other.Visitor();
        site.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var node in new[] { here, there })
            {
                var answer = await node.GetAsync(list);
                answer.Body.ShouldNotContain(Headline, Case.Sensitive, list);
                tags[list] = answer.Headers["ETag"];
            }
        }

        (await here.GetAsync("/6/article-6/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PartAsync(here)).ShouldNotContain("/6/article-6/");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var list in Lists)
        {
            foreach (var node in new[] { here, there })
            {
                (await node.GetAsync(list)).Body.ShouldContain(Headline, Case.Sensitive, list);
                (await AgainAsync(node, list, tags[list])).ShouldBe(HttpStatusCode.OK, list);
            }
        }

        (await there.GetAsync("/6/article-6/")).Status.ShouldBe(HttpStatusCode.OK);
        (await PartAsync(here)).ShouldContain("/6/article-6/");
    }

    [Fact]
    public async Task The_log_tells_once_over_two_nodes_that_it_appeared()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id != Newsroom.Scheduled).ExecuteUpdateAsync(a => a.SetProperty(x => x.AppearedAt, x => x.PublishedAt)));
        (await AnnounceAsync(site)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromHours(2));

        var announced = await Task.WhenAll(AnnounceAsync(site), AnnounceAsync(other), AnnounceAsync(site), AnnounceAsync(other));

        announced.Sum().ShouldBe(1);
        (await AnnounceAsync(site)).ShouldBe(0);
        var line = await site.DoAsync(db => db.Changes.SingleAsync(c => c.What == "article.appeared"));
        line.Tags.Split(' ').ShouldContain(ArticleTags.Article(Newsroom.Scheduled));
        (await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Scheduled).Select(a => a.AppearedAt).FirstAsync())).ShouldBe(site.Now);
    }

    [Fact]
    public async Task What_is_published_at_once_has_appeared_and_what_is_scheduled_not_yet()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.AppearedAt, x => x.PublishedAt)));
        var atOnce = await site.OrderAsync("Tout de suite");
        await site.PublishAsync(atOnce);
        var later = await site.OrderAsync("Plus tard");
        await site.PublishAsync(later, site.Now.AddMinutes(5));

        (await AnnounceAsync(site)).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await AnnounceAsync(site)).ShouldBe(1);
        (await site.DoAsync(db => db.Changes.CountAsync(c => c.What == "article.published"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_appeared_while_no_node_ran_for_days_is_no_news()
    {
        await using var site = await Site.OpenAsync();
        site.Clock.Advance(TimeSpan.FromDays(3));
        (await AnnounceAsync(site)).ShouldBe(0);
    }

    /// <summary>The other node follows the log by itself, on the real clock: rung on PostgreSQL, at its next look on SQLite.</summary>
    [Fact]
    public async Task What_is_published_now_is_on_the_other_node_within_two_seconds()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        using var there = other.Visitor();
        foreach (var list in Lists)
        {
            (await there.GetAsync(list)).Body.ShouldNotContain("Tout de suite");
        }

        var id = await site.OrderAsync("Tout de suite");
        await site.PublishAsync(id);
        var published = Stopwatch.GetTimestamp();
        foreach (var list in Lists.Where(list => !list.Contains("auteurs", StringComparison.Ordinal)))
        {
            while (!(await there.GetAsync(list)).Body.Contains("Tout de suite", StringComparison.Ordinal))
            {
                Stopwatch.GetElapsedTime(published).ShouldBeLessThan(TimeSpan.FromSeconds(2), list);
                // Answers come from memory: without this the round that drops them would have no turn.
                await Task.Yield();
            }
        }
    }

    private static Task<int> AnnounceAsync(Site site) => site.WithAsync<AnnounceArticles, int>(announce => announce.RunAsync(CancellationToken.None));

    private static async Task<string> PartAsync(Browser browser) =>
        (await browser.GetAsync("/sitemap.xml")).Body + (await browser.GetAsync("/sitemap-2.xml")).Body;

    private static async Task<HttpStatusCode> AgainAsync(Browser browser, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await browser.SendAsync(request)).Status;
    }
}
