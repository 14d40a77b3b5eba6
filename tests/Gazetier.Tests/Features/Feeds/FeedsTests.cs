using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Changes;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Feeds;

public class FeedsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static TheoryData<string> Pages => ["/", "/rubriques/actualite/", "/themes/eau/", "/dossiers/partage-de-l-eau/", "/auteurs/claire-vasseur/"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_list_has_its_feed_in_three_formats_and_none_holds_what_is_withheld(string page)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var subscriber = await site.SignInAsync(Newsroom.Camille);
        foreach (var browser in new[] { visitor, subscriber })
        {
            var rss = await browser.GetAsync(page + "feed/");
            var atom = await browser.GetAsync(page + "feed.atom");
            var json = await browser.GetAsync(page + "feed.json");

            var titles = XDocument.Parse(rss.Body).Descendants("item").Select(item => item.Element("title")!.Value).ToList();
            titles.ShouldNotBeEmpty();
            XDocument.Parse(atom.Body).Descendants(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).ShouldBe(titles);
            JsonDocument.Parse(json.Body).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!).ShouldBe(titles);
            foreach (var answer in new[] { rss, atom, json })
            {
                answer.Status.ShouldBe(HttpStatusCode.OK);
                Newsroom.Secret.Split(' ').ShouldAllBe(word => !answer.Body.Contains(word));
                answer.Body.ShouldNotContain("partie réservée");
                answer.Body.ShouldNotContain("Le serveur numéro");
            }
        }
    }

    [Theory]
    [InlineData("/feed/", new long[] { Newsroom.Locked, Newsroom.ForRegistered, Newsroom.Free })]
    [InlineData("/rubriques/actualite/feed/", new long[] { Newsroom.Locked, Newsroom.ForRegistered, Newsroom.Free })]
    [InlineData("/rubriques/france/feed/", new long[] { Newsroom.Locked })]
    [InlineData("/rubriques/juridique/feed/", new long[] { Newsroom.Locked })]
    [InlineData("/themes/numerique/feed/", new long[] { Newsroom.ForRegistered })]
    [InlineData("/dossiers/partage-de-l-eau/feed/", new long[] { Newsroom.Locked, Newsroom.Free })]
    [InlineData("/auteurs/yann-morel/feed/", new long[] { Newsroom.Free })]
    public async Task A_feed_holds_what_is_published_newest_first(string address, long[] articles)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var feed = XDocument.Parse((await visitor.GetAsync(address)).Body);
        feed.Descendants("guid").Select(guid => guid.Value).ShouldBe(articles.Select(id => $"http://localhost/{id}/"));
    }

    [Fact]
    public async Task Rss_says_who_wrote_on_what_with_the_picture_and_its_credit()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/feed/");
        answer.Headers["Content-Type"].ShouldBe("application/rss+xml; charset=utf-8");
        answer.Headers["Vary"].ShouldBe("Accept-Encoding");

        var channel = XDocument.Parse(answer.Body).Root!.Element("channel")!;
        channel.Element(Atom + "link")!.Attribute("href")!.Value.ShouldBe("http://localhost/feed/");
        channel.Element("title")!.Value.ShouldBe("Le Courrier");
        var first = channel.Elements("item").First();
        first.Element("link")!.Value.ShouldBe("http://localhost/3/le-syndicat-coupe-deux-forages/");
        first.Element("description")!.Value.ShouldBe("Chapô de l’article 3.");
        first.Element(DublinCore + "creator")!.Value.ShouldBe("Claire Vasseur");
        first.Elements("category").Select(c => c.Value).ShouldBe(["France", "Eau"]);
        first.Element("pubDate")!.Value.ShouldBe("Mon, 23 Nov 2026 02:30:00 GMT");
        first.Element(Content + "encoded").ShouldBeNull();
        var picture = first.Element(Media + "content")!;
        picture.Attribute("url")!.Value.ShouldBe("http://localhost/images/00000000000000000000000000000001/1280.jpg");
        picture.Attribute("height")!.Value.ShouldBe("720");
        picture.Element(Media + "credit")!.Value.ShouldBe("Dessin : Le Courrier");
    }

    [Fact]
    public async Task A_free_article_is_whole_with_absolute_links()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(
            x => x.Body,
            "<p>Voir <a href=\"/themes/eau/\">l’eau</a><a href=\"#note\">1</a><img src=\"/images/a/640.jpg\" srcset=\"/images/a/640.jpg 640w, /images/a/1280.jpg 1280w\" alt=\"\"></p>")));
        using var visitor = site.Visitor();

        var rss = XDocument.Parse((await visitor.GetAsync("/auteurs/yann-morel/feed/")).Body);
        var html = rss.Descendants(Content + "encoded").Single().Value;
        html.ShouldContain("<a href=\"http://localhost/themes/eau/\">l’eau</a>");
        html.ShouldContain("<a href=\"http://localhost/1/l-eau-devient-plus-chere/#note\">");
        html.ShouldContain("http://localhost/images/a/640.jpg 640w, http://localhost/images/a/1280.jpg 1280w");
        var json = JsonDocument.Parse((await visitor.GetAsync("/auteurs/yann-morel/feed.json")).Body).RootElement.GetProperty("items")[0];
        json.GetProperty("content_html").GetString().ShouldBe(html);
    }

    [Theory]
    [InlineData("/rubriques/inconnue/feed/")]
    [InlineData("/themes/inconnu/feed.atom")]
    [InlineData("/dossiers/inconnu/feed.json")]
    [InlineData("/auteurs/inconnue/feed/")]
    public async Task The_feed_of_nothing_is_not_found(string address)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync(address);
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Text("h1").ShouldBe("Cette page n’est pas dans le journal");
    }

    [Fact]
    public async Task A_feed_that_the_reader_has_answers_304_until_something_is_published()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var first = await visitor.GetAsync("/feed/");
        first.Headers["Last-Modified"].ShouldBe("Mon, 23 Nov 2026 04:30:00 GMT", "its bytes are first seen now");
        (await AskAsync(visitor, "If-None-Match", first.Headers["ETag"])).Status.ShouldBe(HttpStatusCode.NotModified);
        (await AskAsync(visitor, "If-Modified-Since", first.Headers["Last-Modified"])).Status.ShouldBe(HttpStatusCode.NotModified);

        await site.DoAsync(async db =>
        {
            var draft = await db.Articles.SingleAsync(a => a.Id == Newsroom.Draft);
            draft.Publish(site.Now);
            db.Append(site.Now, "article.published", ArticleTags.Front);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();

        var after = await AskAsync(visitor, "If-None-Match", first.Headers["ETag"]);
        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Body.ShouldContain("Brouillon");
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_hour()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        site.Clock.Advance(TimeSpan.FromMinutes(119));
        (await visitor.GetAsync("/feed/")).Body.ShouldNotContain("Pour huit heures");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await visitor.GetAsync("/feed/")).Body.ShouldContain("Pour huit heures");
    }

    [Fact]
    public async Task An_article_that_is_locked_loses_its_text_in_the_feed()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/feed/")).Body.ShouldContain("Les réseaux sont vieux");
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).Access = Requirement.Subscription;
            db.Append(site.Now, "article.changed", ArticleTags.Article(Newsroom.Free));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/feed/")).Body.ShouldNotContain("Les réseaux sont vieux");
    }

    [Fact]
    public async Task Hostile_text_leaves_every_format_valid()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Themes).Include(a => a.LeadPicture).SingleAsync(a => a.Id == Newsroom.Locked);
            article.Headline = article.Standfirst = article.Themes[0].Name = article.LeadPicture!.Credit = Hostile.Headline;
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).Body = $"<p>{WebUtility.HtmlEncode(Hostile.Headline)} \u0001]]></p>";
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        XDocument.Parse((await visitor.GetAsync("/feed/")).Body).Descendants("item").First().Element("title")!.Value.ShouldBe(French.TypesetText(Hostile.Shown));
        XDocument.Parse((await visitor.GetAsync("/feed.atom")).Body).Descendants(Atom + "entry").First().Element(Atom + "title")!.Value.ShouldBe(French.TypesetText(Hostile.Shown));
        var item = JsonDocument.Parse((await visitor.GetAsync("/feed.json")).Body).RootElement.GetProperty("items")[0];
        item.GetProperty("title").GetString().ShouldBe(French.TypesetText(Hostile.Shown));
    }

    [Fact]
    public async Task A_feed_is_kept_once_for_all_readers_and_asked_for_with_head_is_not_kept_empty()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var subscriber = await site.SignInAsync(Newsroom.Camille);
        var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/feed/"));
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Body.ShouldBeEmpty();

        await site.DoAsync(db => db.Imprint.ExecuteUpdateAsync(i => i.SetProperty(x => x.Name, "Autre nom")));
        XDocument.Parse((await visitor.GetAsync("/feed/?page=7")).Body).Descendants("title").First().Value.ShouldBe("Le Courrier");
        XDocument.Parse((await subscriber.GetAsync("/feed/")).Body).Descendants("title").First().Value.ShouldBe("Le Courrier");
    }

    private static Task<Answer> AskAsync(Browser browser, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/feed/");
        request.Headers.TryAddWithoutValidation(header, value);
        return browser.SendAsync(request);
    }
}
