using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Embeds;

public class OEmbedTests
{
    private const string Locked = "http://localhost/3/le-syndicat-coupe-deux-forages/";

    [Fact]
    public async Task An_article_is_embedded_as_a_quotation_with_its_link_and_without_a_script()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var discovered = (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Document.QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;
        var answer = await visitor.GetAsync(new Uri(discovered).PathAndQuery);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        answer.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        var json = JsonDocument.Parse(answer.Body).RootElement;
        (json.GetProperty("version").GetString(), json.GetProperty("type").GetString()).ShouldBe(("1.0", "rich"));
        json.GetProperty("title").GetString().ShouldBe("Le syndicat coupe deux forages");
        json.GetProperty("author_name").GetString().ShouldBe("Claire Vasseur");
        json.GetProperty("provider_name").GetString().ShouldBe("Le Courrier");
        (json.GetProperty("width").GetInt32(), json.GetProperty("height").GetInt32()).ShouldBe((600, 240));
        json.GetProperty("thumbnail_url").GetString().ShouldBe("http://localhost/images/00000000000000000000000000000001/1280.jpg");
        var quotation = new HtmlParser().ParseDocument(json.GetProperty("html").GetString()!).Body!;
        quotation.QuerySelector("blockquote a")!.GetAttribute("href").ShouldBe(Locked);
        quotation.TextContent.ShouldBe("Le syndicat coupe deux foragesChapô de l’article 3.Le Courrier");
        quotation.QuerySelectorAll("*").Select(e => e.LocalName).Distinct().ShouldBe(["blockquote", "p", "a", "footer"]);
        Newsroom.Secret.Split(' ').ShouldAllBe(word => !answer.Body.Contains(word));
    }

    [Fact]
    public async Task It_says_the_same_in_xml_and_to_who_has_it_only_that()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var xml = XDocument.Parse((await visitor.GetAsync($"/oembed?format=xml&url={Uri.EscapeDataString(Locked)}")).Body).Root!;
        xml.Name.LocalName.ShouldBe("oembed");
        xml.Element("title")!.Value.ShouldBe("Le syndicat coupe deux forages");
        xml.Element("html")!.Value.ShouldStartWith("<blockquote");
        var first = await visitor.GetAsync($"/oembed?url={Locked}");
        var again = new HttpRequestMessage(HttpMethod.Get, $"/oembed?url={Locked}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]);
        (await visitor.SendAsync(again)).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("http://localhost/3/", 200)]
    [InlineData("http://localhost/3/un-ancien-titre/?utm_source=x#reactions", 200)]
    [InlineData("HTTP://LOCALHOST/3/le-syndicat-coupe-deux-forages/", 200)]
    [InlineData("http://localhost/4/brouillon/", 404)]
    [InlineData("http://localhost/5/article-retire/", 404)]
    [InlineData("http://localhost/6/pour-huit-heures/", 404)]
    [InlineData("http://localhost/themes/eau/", 404)]
    [InlineData("http://localhost/", 404)]
    [InlineData("http://localhost/3/a/b/", 404)]
    [InlineData("http://localhost:81/3/", 404)]
    [InlineData("https://localhost/3/", 404)]
    [InlineData("http://localhost.example/3/", 404)]
    [InlineData("http://moi:secret@localhost/3/", 404)]
    [InlineData("//localhost/3/", 404)]
    [InlineData("/3/le-syndicat-coupe-deux-forages/", 404)]
    [InlineData("javascript:alert(1)", 404)]
    [InlineData("file:///etc/passwd", 404)]
    [InlineData("http://169.254.169.254/3/", 404)]
    [InlineData("http://localhost/99999999999999999999/", 404)]
    [InlineData("http://localhost/3' OR 1=1/", 404)]
    [InlineData("<script>alert(1)</script>", 404)]
    [InlineData("\u0000\ud83d", 404)]
    public async Task Only_the_address_of_an_article_that_readers_find_is_answered(string url, int status)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/oembed?url=" + WebUtility.UrlEncode(url));
        ((int)answer.Status).ShouldBe(status, url);
        if (status == 404)
        {
            answer.Body.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?url=", 400)]
    [InlineData("?url=a&url=b", 400)]
    [InlineData("?url=http://localhost/3/&maxwidth=x", 400)]
    [InlineData("?url=http://localhost/3/&maxheight=-1", 400)]
    [InlineData("?url=http://localhost/3/&maxwidth=99999999999999", 400)]
    [InlineData("?url=http://localhost/3/&format=php", 501)]
    [InlineData("?url=http://localhost/3/&callback=alert", 200)]
    public async Task What_is_wrong_in_the_question_is_said_by_its_status(string query, int status)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/oembed" + query);
        ((int)answer.Status).ShouldBe(status);
        answer.Body.ShouldNotContain("alert");
        var tooLong = await visitor.GetAsync("/oembed?url=http://localhost/3/" + new string('a', 3000));
        tooLong.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_no_wider_than_asked_and_without_a_picture_has_its_card()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var small = JsonDocument.Parse((await visitor.GetAsync("/oembed?url=http://localhost/3/&maxwidth=320&maxheight=200")).Body).RootElement;
        (small.GetProperty("width").GetInt32(), small.GetProperty("height").GetInt32()).ShouldBe((320, 200));
        small.TryGetProperty("thumbnail_url", out _).ShouldBeFalse("the picture is wider");
        var narrow = JsonDocument.Parse((await visitor.GetAsync("/oembed?url=http://localhost/3/&maxwidth=100")).Body).RootElement;
        narrow.GetProperty("width").GetInt32().ShouldBe(100);
        var free = JsonDocument.Parse((await visitor.GetAsync("/oembed?url=http://localhost/1/")).Body).RootElement;
        var card = free.GetProperty("thumbnail_url").GetString()!;
        card.ShouldBe((await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Document.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == Newsroom.Free);
            article.Headline = article.Standfirst = Hostile.Headline;
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/oembed?url=http://localhost/1/");
        answer.Body.ShouldNotContain("<");
        var quotation = new HtmlParser().ParseDocument(JsonDocument.Parse(answer.Body).RootElement.GetProperty("html").GetString()!).Body!;
        quotation.QuerySelectorAll("*").Select(e => e.LocalName).Distinct().ShouldBe(["blockquote", "p", "a", "footer"]);
        quotation.QuerySelector("a")!.TextContent.ShouldBe(French.TypesetText(Hostile.Shown));
        XDocument.Parse((await visitor.GetAsync("/oembed?format=xml&url=http://localhost/1/")).Body).Root!.Element("title")!.Value.ShouldBe(French.TypesetText(Hostile.Shown));
    }
}
