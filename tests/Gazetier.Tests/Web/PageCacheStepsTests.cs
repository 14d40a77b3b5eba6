using System.Net;
using Gazetier.Changes;
using Gazetier.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Web;

public class PageCacheStepsTests
{
    [Fact]
    public async Task A_kept_page_is_given_again_and_dropped_by_the_change_log()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        await site.DoAsync(async db =>
        {
            db.Imprint.Single().Name = "Le Nouveau Courrier";
            await db.SaveChangesAsync();
        });
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Courrier");

        await site.DoAsync(async db =>
        {
            db.Append(site.Now, "imprint.changed", "masthead");
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Nouveau Courrier");
    }

    [Fact]
    public async Task A_kept_page_ends_after_ten_minutes()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.GetAsync("/");
        await site.DoAsync(async db =>
        {
            db.Imprint.Single().Name = "Le Nouveau Courrier";
            await db.SaveChangesAsync();
        });

        site.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Courrier");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await visitor.GetAsync("/")).Text(".masthead .title").ShouldBe("Le Nouveau Courrier");
    }

    [Fact]
    public async Task Readers_of_one_class_share_a_page_and_others_do_not()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var cache = site.Services.GetRequiredService<PageCache>();
        foreach (var browser in new[] { visitor, lou, noe, camille })
        {
            await browser.GetAsync("/");
        }

        cache.Count.ShouldBe(3, "visitors, registered readers, subscribers");
        (await lou.GetAsync("/")).Body.ShouldBe((await noe.GetAsync("/")).Body);
        (await visitor.GetAsync("/")).Body.ShouldNotBe((await lou.GetAsync("/")).Body);
    }

    [Fact]
    public async Task The_number_of_the_page_is_the_only_question_that_makes_another_page()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var cache = site.Services.GetRequiredService<PageCache>();
        foreach (var query in new[] { "", "?utm_source=x", "?page=1", "?page=", "?a=1&b=2" })
        {
            await visitor.GetAsync("/" + query);
        }

        cache.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_the_page_gets_304()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var etag = (await visitor.GetAsync("/")).Headers["ETag"];
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.Add("If-None-Match", etag);

        var answer = await visitor.SendAsync(again);

        answer.Status.ShouldBe(HttpStatusCode.NotModified);
        answer.Body.ShouldBeEmpty();
        answer.Headers["Vary"].ShouldBe("Accept-Encoding, Cookie");
        answer.Headers["Cache-Control"].ShouldBe("no-cache");
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_kept()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        for (var n = 0; n < 5; n++)
        {
            (await visitor.GetAsync($"/nulle-part-{n}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        site.Services.GetRequiredService<PageCache>().Count.ShouldBe(0);
    }
}
