using System.Net;
using Gazetier.Features.Figures;
using Gazetier.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class CountReadingTests
{
    [Fact]
    public async Task Views_are_counted_by_class_of_readers_on_the_first_rendering_and_on_each_kept_page()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        foreach (var browser in new[] { visitor, lou, camille })
        {
            for (var time = 0; time < 3; time++)
            {
                await browser.ReadAsync(Reading.Locked);
                await browser.ReadAsync(Reading.Registered);
            }
        }

        await visitor.ReadAsync(Reading.Free);

        site.Services.GetRequiredService<PageCache>().Count.ShouldBe(7);
        (await site.CountsAsync(ReadStep.Read, ReadStep.Stopped)).ShouldBe(
        [
            "1 Read Visitor: 1",
            "2 Read Registered: 3", "2 Read Subscriber: 3", "2 Stopped Visitor: 3",
            "3 Read Subscriber: 3", "3 Stopped Registered: 3", "3 Stopped Visitor: 3",
        ]);
    }

    [Fact]
    public async Task A_page_that_the_browser_has_is_looked_at_again()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var first = await visitor.ReadAsync(Reading.Free);

        (await visitor.ReadAsync(Reading.Free, ("If-None-Match", first.Headers["ETag"]))).Status.ShouldBe(HttpStatusCode.NotModified);

        (await site.CountsAsync(ReadStep.Read)).ShouldBe(["1 Read Visitor: 2"]);
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("DNT", "1")]
    [InlineData("Sec-GPC", "1")]
    [InlineData("Cookie", "mesure=non")]
    public async Task What_is_fetched_ahead_and_who_does_not_want_it_are_not_counted(string header, string value)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        for (var time = 0; time < 2; time++)
        {
            (await visitor.ReadAsync(Reading.Locked, (header, value))).Status.ShouldBe(HttpStatusCode.OK);
            await visitor.ReadAsync("/abonnement/?retour=" + Reading.Locked, (header, value));
        }

        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_staff_and_pages_that_are_not_there_are_not_counted()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        for (var time = 0; time < 2; time++)
        {
            await visitor.SendAsync(Reading.Request(HttpMethod.Head, Reading.Locked));
            await ines.ReadAsync(Reading.Locked);
            await ines.ReadAsync("/abonnement/?retour=" + Reading.Locked);
            await visitor.ReadAsync("/3/un-autre-nom/");
            await visitor.ReadAsync("/4/brouillon/");
            await visitor.ReadAsync("/999/rien/");
            await visitor.ReadAsync("/");
        }

        (await site.CountsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("curl/8.14.1")]
    [InlineData("")]
    public async Task Robots_are_counted_apart(string agent)
    {
        await using var site = await Site.OpenAsync();
        using var robot = site.Visitor();
        for (var time = 0; time < 2; time++)
        {
            await robot.ReadAsync(Reading.Locked, ("User-Agent", agent), ("Referer", "https://www.google.com/"));
        }

        (await site.CountsAsync()).ShouldBe(["3 Robot: 2"]);
    }

    [Fact]
    public async Task Where_readers_come_from_is_kept_as_a_kind_and_other_sites_by_name()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        foreach (var referrer in new[] { "https://www.google.fr/", "http://localhost/themes/eau/", "https://t.co/x", "https://www.Mairie-Info.example/a?b=secret", "https://mail.example/" })
        {
            await visitor.ReadAsync(Reading.Free, ("Referer", referrer));
        }

        await visitor.ReadAsync(Reading.Free);

        (await site.CountsAsync(ReadStep.From, ReadStep.Host)).ShouldBe(
            ["1 From Direct: 1", "1 From Mail: 1", "1 From Other: 1", "1 From Ours: 1", "1 From Search: 1", "1 From Social: 1", "1 Host mairie-info.example: 1"]);
    }

    [Fact]
    public async Task Invented_sites_do_not_fill_the_table()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        for (var n = 0; n < HostsOfDay.Most + 20; n++)
        {
            await visitor.ReadAsync(Reading.Free, ("Referer", $"https://invente-{n}.example/"));
        }

        var counts = await site.CountsAsync(ReadStep.From, ReadStep.Host);
        counts.Count.ShouldBe(HostsOfDay.Most + 1);
        counts.ShouldContain($"1 From Other: {HostsOfDay.Most + 20}");
    }

    [Fact]
    public async Task Nothing_is_kept_but_sums_by_day()
    {
        await using var site = await Site.OpenAsync();
        var columns = await site.DoAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(ReadCount))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal).ToList()));
        columns.ShouldBe(["ArticleId", "Day", "Kind", "Number", "Step"]);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await camille.ReadAsync(Reading.Locked, ("Referer", "https://exemple.example/camille@example.org?compte=" + Newsroom.Camille));
        await camille.FillAsync("/mesure", ("article", "3"), ("quart", "100"), ("secondes", "60"), ("mur", "non"));

        (await site.CountsAsync()).ShouldBe(["3 Read Subscriber: 1", "3 From Other: 1", "3 Host exemple.example: 1", "3 Depth 100: 1", "3 Time 60: 1"]);
    }

    [Fact]
    public async Task Pages_of_articles_stay_the_same_bytes_for_all_of_a_class_whatever_they_wish()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var first = await visitor.ReadAsync(Reading.Locked);

        (await visitor.ReadAsync(Reading.Locked, ("Cookie", "mesure=non"))).Body.ShouldBe(first.Body);
        (await visitor.ReadAsync(Reading.Locked, ("DNT", "1"), ("Referer", "https://www.qwant.com/"))).Body.ShouldBe(first.Body);
        site.Services.GetRequiredService<PageCache>().Count.ShouldBe(1);
        first.Has("script[src^='/js/reading.js']").ShouldBeTrue();
        first.Headers.ShouldNotContainKey("Set-Cookie");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.ReadAsync(Reading.Locked)).Has("script[src^='/js/reading.js']").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/3/le-syndicat/", 3L)]
    [InlineData("/3/", 3L)]
    [InlineData("/3", null)]
    [InlineData("3/x/", null)]
    [InlineData("/0/x/", null)]
    [InlineData("/-3/x/", null)]
    [InlineData("//3/x/", null)]
    [InlineData("/themes/eau/", null)]
    [InlineData("/99999999999999999999/x/", null)]
    [InlineData("", null)]
    public void An_articles_number_is_read_off_its_path(string path, long? number) => CountReading.NumberIn(path).ShouldBe(number);
}
