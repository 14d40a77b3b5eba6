using System.Net;
using Gazetier.Changes;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class ShowTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";

    [Fact]
    public async Task A_visitor_reads_the_open_part_and_meets_the_wall()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(Locked);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("h1").ShouldBe("Le syndicat coupe deux forages");
        page.Text(".kicker").ShouldBe("[Enquête] Eau");
        page.Text(".body").ShouldContain("La nappe a perdu deux mètres");
        page.Text("aside.wall h2").ShouldMatch(@"^\d\d % reste à lire$");
        page.Texts(".wall .rest li").ShouldBe(["Un vote sans précédent", "Ce que dit le code"]);
        page.Has("aside.wall form[action='/connexion'] input[name=retour]").ShouldBeTrue();
        page.Has(".paywall").ShouldBeFalse();
        page.Body.ShouldNotContain(Newsroom.Secret);
        page.Text(".lead .credit").ShouldBe("Dessin : Le Courrier");
    }

    [Fact]
    public async Task The_share_is_counted_on_the_body()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var subscriber = await site.SignInAsync(Newsroom.Camille);
        var open = (await visitor.GetAsync(Locked)).Document.QuerySelector(".body")!;
        open.QuerySelector(".wall")!.Remove();
        var whole = (await subscriber.GetAsync(Locked)).Document.QuerySelector(".body")!;
        var share = 100 - (100.0 * Words(open.TextContent) / Words(whole.TextContent));
        var said = int.Parse((await visitor.GetAsync(Locked)).Text(".wall h2").Split('\u00A0', ' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Math.Abs(said - share).ShouldBeLessThan(3);
    }

    [Fact]
    public async Task A_subscriber_reads_it_whole()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var page = await camille.GetAsync(Locked);
        page.Text(".body div.paywall").ShouldContain(Newsroom.Secret);
        page.Has("aside.wall").ShouldBeFalse();
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000002", false)]
    [InlineData("00000000-0000-0000-0000-000000000003", false)]
    [InlineData("00000000-0000-0000-0000-000000000004", true)]
    public async Task Each_class_reads_what_it_may(string who, bool reads)
    {
        await using var site = await Site.OpenAsync();
        using var browser = await site.SignInAsync(Guid.Parse("01900000-0000-7000-8000" + who[23..]));
        var page = await browser.GetAsync(Locked);
        page.Body.Contains(Newsroom.Secret, StringComparison.Ordinal).ShouldBe(reads);
        page.Has("aside.wall form[action='/connexion']").ShouldBeFalse();
    }

    [Fact]
    public async Task A_free_account_opens_what_asks_for_one()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await visitor.GetAsync("/2/article-2/")).Text("aside.wall").ShouldContain("l’inscription est gratuite");
        (await lou.GetAsync("/2/article-2/")).Has("aside.wall").ShouldBeFalse();
    }

    [Fact]
    public async Task A_right_that_ends_ends_within_a_minute()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Until, site.Now)));
        site.Clock.Advance(TimeSpan.FromSeconds(60));
        (await camille.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task A_session_that_is_ended_reads_no_more_within_a_minute()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(Locked)).Body.ShouldContain(Newsroom.Secret);
        await site.DoAsync(db => db.Set<Session>().ExecuteDeleteAsync());
        site.Clock.Advance(TimeSpan.FromSeconds(60));
        (await camille.GetAsync(Locked)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Theory]
    [InlineData("/3/", "/3/le-syndicat-coupe-deux-forages/")]
    [InlineData("/3/ancien-titre/", "/3/le-syndicat-coupe-deux-forages/")]
    [InlineData("/3/le-syndicat-coupe-deux-forages", "/3/le-syndicat-coupe-deux-forages/")]
    public async Task A_wrong_or_old_slug_leads_to_the_right_one(string asked, string right)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync(asked);
        answer.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Location.ShouldBe(right);
    }

    [Theory]
    [InlineData("/4/article-4/", HttpStatusCode.NotFound)]
    [InlineData("/5/article-5/", HttpStatusCode.Gone)]
    [InlineData("/6/article-6/", HttpStatusCode.NotFound)]
    [InlineData("/99/rien/", HttpStatusCode.NotFound)]
    [InlineData("/99999999999999999999/rien/", HttpStatusCode.NotFound)]
    public async Task What_is_not_published_is_not_there(string asked, HttpStatusCode status)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync(asked);
        answer.Status.ShouldBe(status);
        answer.Has("h1").ShouldBeTrue();
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_hour_without_anybody_waking_it()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Body.ShouldNotContain("Pour huit heures");
        site.Clock.Advance(TimeSpan.FromHours(2));
        (await visitor.GetAsync("/6/article-6/")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/")).Body.ShouldContain("Pour huit heures");
    }

    [Fact]
    public async Task A_change_shows_at_once_after_it_was_logged()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.GetAsync(Locked);
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == Newsroom.Locked);
            article.Headline = "Le syndicat rouvre un forage";
            db.Append(site.Now, "article.corrected", ArticleTags.Of(article));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync(Locked)).Text("h1").ShouldBe("Le syndicat rouvre un forage");
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
