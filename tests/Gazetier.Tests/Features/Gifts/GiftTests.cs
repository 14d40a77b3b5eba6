using System.Net;
using Gazetier.Features.Gifts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Gifts;

/// <summary>A-08: a subscriber gives an article.</summary>
public class GiftTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    [Fact]
    public async Task Whoever_has_the_link_reads_that_article_and_no_other()
    {
        await using var site = await Site.OpenAsync();
        var gift = await GiveAsync(site);
        using var friend = site.Visitor();
        var landing = await friend.GetAsync($"/offert/{gift.Token}");
        landing.Text("h2").ShouldContain("forages");
        landing.Body.ShouldNotContain(Newsroom.Secret);
        landing.Body.ShouldNotContain("amille");
        (await friend.PostAsync($"/offert/{gift.Token}")).Location.ShouldBe(Locked);
        var page = await friend.GetAsync(Locked);
        page.Body.ShouldContain(Newsroom.Secret);
        page.Text(".notice").ShouldContain("Un abonné vous offre cet article.");
        (await friend.GetAsync("/2/article-2/")).Has(".wall").ShouldBeTrue();

        using var stranger = site.Visitor();
        (await stranger.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task To_look_at_the_link_uses_nothing_up_and_each_browser_opens_it_once()
    {
        await using var site = await Site.OpenAsync();
        var gift = await GiveAsync(site);
        await site.DoAsync(db => db.Gifts.ExecuteUpdateAsync(g => g.SetProperty(x => x.MostOpenings, 2)));
        using var friend = site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await friend.GetAsync($"/offert/{gift.Token}");
        }

        await friend.PostAsync($"/offert/{gift.Token}");
        await friend.PostAsync($"/offert/{gift.Token}");
        (await site.DoAsync(db => db.Gifts.Select(g => g.Openings).SingleAsync())).ShouldBe(1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var another = site.Visitor();
            return (await another.PostAsync($"/offert/{gift.Token}")).Status;
        }));
        answers.Count(status => status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Gone).ShouldBe(5);
        (await friend.PostAsync($"/offert/{gift.Token}")).Location.ShouldBe(Locked);
    }

    [Fact]
    public async Task It_ends_at_its_time_and_when_it_is_taken_back()
    {
        await using var site = await Site.OpenAsync();
        var gift = await GiveAsync(site);
        using var friend = site.Visitor();
        await friend.PostAsync($"/offert/{gift.Token}");
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync("/mon-compte/articles-offerts")).Body.ShouldContain("Ouvert 1 fois sur 10");
        await camille.PostAsync("/mon-compte/articles-offerts", ("offert", gift.Id.ToString()));
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        (await friend.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);

        var second = await GiveAsync(site);
        await friend.PostAsync($"/offert/{second.Token}");
        (await friend.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        site.Clock.Advance(TimeSpan.FromDays(14));
        (await friend.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
        (await friend.PostAsync($"/offert/{second.Token}")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task So_many_a_month_and_not_one_more_by_two_tabs()
    {
        await using var site = await Site.OpenAsync();
        var given = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ =>
            site.WithAsync<GiveArticle, Gift?>(give => give.RunAsync(Newsroom.Locked, Newsroom.Camille, CancellationToken.None))));
        given.Count(gift => gift is not null).ShouldBe(5);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync("/mon-compte/offrir/3")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        site.Clock.Advance(TimeSpan.FromDays(10));
        (await camille.PostAsync("/mon-compte/offrir/3")).Location!.ShouldStartWith("/mon-compte/articles-offerts?nouveau=");
    }

    [Fact]
    public async Task Who_does_not_subscribe_gives_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/offrir/3")).Has("main button.button").ShouldBeFalse();
        (await lou.PostAsync("/mon-compte/offrir/3")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.PostAsync("/mon-compte/offrir/4")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/offert/AAAAAAAAAAAAAAAAAAAAAA")).Status.ShouldBe(HttpStatusCode.NotFound);
        // What a gift opened is not given on.
        var gift = await GiveAsync(site);
        await lou.PostAsync($"/offert/{gift.Token}");
        (await lou.GetAsync(Locked)).Has("a[href='/mon-compte/offrir/3']").ShouldBeFalse();
        (await lou.PostAsync("/mon-compte/offrir/3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Anothers_gift_is_not_taken_back()
    {
        await using var site = await Site.OpenAsync();
        var gift = await GiveAsync(site);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/mon-compte/articles-offerts", ("offert", gift.Id.ToString()));
        (await site.DoAsync(db => db.Gifts.Select(g => g.RevokedAt).SingleAsync())).ShouldBeNull();
    }

    private static async Task<Gift> GiveAsync(Site site)
    {
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(Locked)).Has("a[href='/mon-compte/offrir/3']").ShouldBeTrue();
        var done = await camille.PostAsync("/mon-compte/offrir/3");
        done.Location!.ShouldStartWith("/mon-compte/articles-offerts?nouveau=");
        (await camille.GetAsync(done.Location!)).Has("input[readonly][value^='http://localhost/offert/']").ShouldBeTrue();
        return await site.DoAsync(db => db.Gifts.AsNoTracking().OrderByDescending(g => g.CreatedAt).ThenByDescending(g => g.Number).FirstAsync());
    }
}
