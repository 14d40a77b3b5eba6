using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Meter;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Meter;

/// <summary>A-07: the free articles of the month, at the edge.</summary>
public class BringFreeArticleTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";
    private const string Another = "/7/une-autre/";

    [Fact]
    public async Task A_visitor_reads_so_many_and_then_meets_the_wall()
    {
        await using var site = await OpenAsync(visitors: 1);
        using var visitor = site.Visitor();
        var first = await NavigateAsync(visitor, Locked);
        first.Body.ShouldContain(Newsroom.Secret);
        first.Text(".notice").ShouldContain("dernier article gratuit");
        (await NavigateAsync(visitor, Locked)).Body.ShouldContain(Newsroom.Secret);
        var second = await NavigateAsync(visitor, Another);
        second.Body.ShouldNotContain("coquelicot");
        second.Text(".wall .why").ShouldContain("Vous avez lu votre article gratuit du mois.");

        site.Clock.Advance(TimeSpan.FromDays(10));
        (await NavigateAsync(visitor, Another)).Body.ShouldContain("coquelicot");
    }

    [Fact]
    public async Task Nobody_elses_page_is_kept_open_by_it()
    {
        await using var site = await OpenAsync(visitors: 1);
        using var visitor = site.Visitor();
        await NavigateAsync(visitor, Locked);
        using var program = site.Visitor();
        (await program.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Theory]
    [InlineData("HEAD", "", "")]
    [InlineData("GET", "Sec-Purpose", "prefetch")]
    [InlineData("GET", "Sec-Purpose", "prefetch;prerender")]
    [InlineData("GET", "Purpose", "prefetch")]
    [InlineData("GET", "Sec-Fetch-Dest", "empty")]
    [InlineData("GET", "User-Agent", "Googlebot/2.1")]
    public async Task What_nobody_looks_at_opens_nothing_and_counts_nothing(string method, string header, string value)
    {
        await using var site = await OpenAsync(visitors: 1);
        using var visitor = site.Visitor();
        using var asked = new HttpRequestMessage(new HttpMethod(method), Locked);
        asked.Headers.Add("Accept", "text/html");
        if (header.Length > 0)
        {
            asked.Headers.TryAddWithoutValidation(header, value);
        }

        var answer = await visitor.SendAsync(asked);
        answer.Body.ShouldNotContain(Newsroom.Secret);
        answer.Headers.ContainsKey("Set-Cookie").ShouldBeFalse();
        (await NavigateAsync(visitor, Another)).Body.ShouldContain("coquelicot");
    }

    [Fact]
    public async Task A_cookie_that_was_made_up_or_changed_counts_as_none()
    {
        await using var site = await OpenAsync(visitors: 1);
        using var visitor = site.Visitor();
        visitor.Cookies.Add(new Uri("http://localhost"), new System.Net.Cookie("compteur", "202611%3A"));
        (await NavigateAsync(visitor, Locked)).Body.ShouldContain(Newsroom.Secret);
        (await NavigateAsync(visitor, Another)).Body.ShouldNotContain("coquelicot");
    }

    [Fact]
    public async Task An_account_is_counted_on_the_server_whatever_the_device()
    {
        await using var site = await OpenAsync(registered: 1);
        using var phone = await site.SignInAsync(Newsroom.Lou);
        (await NavigateAsync(phone, Locked)).Body.ShouldContain(Newsroom.Secret);
        using var desktop = await site.SignInAsync(Newsroom.Lou);
        (await NavigateAsync(desktop, Another)).Body.ShouldNotContain("coquelicot");
        (await NavigateAsync(desktop, Locked)).Body.ShouldContain(Newsroom.Secret);
        using var visitor = site.Visitor();
        (await NavigateAsync(visitor, Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task The_last_one_is_not_had_twice_by_two_tabs()
    {
        await using var site = await OpenAsync(registered: 2);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(article => site.WithAsync<CountFreeReading, (MeterCount, bool Opens)>(count =>
            count.RunAsync(Newsroom.Lou, 202611, article, 2, CancellationToken.None))));
        answers.Count(answer => answer.Opens).ShouldBe(2);
        (await site.DoAsync(db => db.FreeReadings.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_read_is_forgotten_when_the_month_is_over()
    {
        await using var site = await OpenAsync(registered: 2);
        await site.WithAsync<CountFreeReading, (MeterCount, bool Opens)>(count => count.RunAsync(Newsroom.Lou, 202611, 3, 2, CancellationToken.None));
        (await site.WithAsync<ForgetFreeReadings, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(8));
        (await site.WithAsync<ForgetFreeReadings, int>(forget => forget.RunAsync(CancellationToken.None))).ShouldBe(1);
    }

    [Fact]
    public async Task A_subscriber_is_not_counted_and_a_club_is_not_given()
    {
        await using var site = await OpenAsync(registered: 5);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await NavigateAsync(camille, Locked);
        await site.DoAsync(db => db.Articles.Where(a => a.Id == 7).ExecuteUpdateAsync(a => a.SetProperty(x => x.AnyOf, Gazetier.Features.Products.ProductSet.Of(3))));
        (await NavigateAsync(camille, Another)).Body.ShouldNotContain("coquelicot");
        (await site.DoAsync(db => db.FreeReadings.AnyAsync())).ShouldBeFalse();
    }

    private static async Task<Site> OpenAsync(int visitors = 0, int registered = 0)
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Add(new AccessRules { FreeForVisitors = visitors, FreeForRegistered = registered });
            db.Add(new Article
            {
                Id = 7,
                Slug = "une-autre",
                Headline = "Une autre",
                Standfirst = "Chapô.",
                Body = Newsroom.LockedBody.Replace(Newsroom.Secret, "coquelicot"),
                Words = 100,
                Status = ArticleStatus.Published,
                PublishedAt = site.Now.AddHours(-3),
                MainSectionId = Newsroom.News.Id,
            });
            await db.SaveChangesAsync();
        });
        return site;
    }

    private static async Task<Answer> NavigateAsync(Browser browser, string path)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Add("Sec-Fetch-Dest", "document");
        asked.Headers.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
        return await browser.SendAsync(asked);
    }
}
