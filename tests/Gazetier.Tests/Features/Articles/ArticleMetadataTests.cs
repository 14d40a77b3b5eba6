using System.Text.Json;
using AngleSharp.Html.Parser;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Themes;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class ArticleMetadataTests
{
    private static readonly Imprint Courrier = new() { Name = "Le Courrier" };
    private static readonly PublicAddress Address = new(new() { Url = "https://courrier.example" });
    private static readonly DateTime Published = new(2026, 11, 23, 2, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void A_locked_article_says_which_part_of_the_page_is_paid_for()
    {
        var json = JsonOf(NewArticle());
        json.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        json.GetProperty("isAccessibleForFree").GetBoolean().ShouldBeFalse();
        var part = json.GetProperty("hasPart");
        part.GetProperty("@type").GetString().ShouldBe("WebPageElement");
        part.GetProperty("isAccessibleForFree").GetBoolean().ShouldBeFalse();
        part.GetProperty("cssSelector").GetString().ShouldBe(".paywall");
    }

    [Fact]
    public void A_free_article_says_so_and_an_opinion_is_one()
    {
        var article = NewArticle();
        article.Access = Requirement.None;
        article.Format = Format.Opinion;
        var json = JsonOf(article);
        json.GetProperty("@type").GetString().ShouldBe("OpinionNewsArticle");
        json.GetProperty("isAccessibleForFree").GetBoolean().ShouldBeTrue();
        json.TryGetProperty("hasPart", out _).ShouldBeFalse();
    }

    [Fact]
    public void An_article_says_who_wrote_what_when_with_whose_picture()
    {
        var article = NewArticle();
        article.ModifiedAt = Published.AddHours(1);
        article.ModifiedReason = "Chiffre corrigé.";
        var json = JsonOf(article);
        json.GetProperty("headline").GetString().ShouldBe("Le syndicat coupe deux forages");
        json.GetProperty("description").GetString().ShouldBe("Le chapô.");
        json.GetProperty("datePublished").GetString().ShouldBe("2026-11-23T02:30:00Z");
        json.GetProperty("dateModified").GetString().ShouldBe("2026-11-23T03:30:00Z");
        json.GetProperty("correction")[0].GetProperty("text").GetString().ShouldBe("Chiffre corrigé.");
        json.GetProperty("author")[0].GetProperty("url").GetString().ShouldBe("https://courrier.example/auteurs/claire-vasseur/");
        json.GetProperty("publisher").GetProperty("name").GetString().ShouldBe("Le Courrier");
        var image = json.GetProperty("image");
        image.GetProperty("url").GetString().ShouldBe("https://courrier.example/images/abc/1280.jpg");
        image.GetProperty("creditText").GetString().ShouldBe("Dessin : Le Courrier");

        var steps = JsonDocument.Parse(new ArticleMetadata(HeadOf(article)).Breadcrumb()).RootElement.GetProperty("itemListElement");
        steps.EnumerateArray().Select(s => s.GetProperty("item").GetString()).ShouldBe(
        [
            "https://courrier.example/",
            "https://courrier.example/rubriques/actualite/",
            "https://courrier.example/rubriques/france/",
            "https://courrier.example/3/le-syndicat/",
        ]);
    }

    [Fact]
    public void Open_graph_tells_the_same()
    {
        var pairs = new ArticleMetadata(HeadOf(NewArticle())).OpenGraph().ToLookup(p => p.Property, p => p.Content);
        pairs["og:type"].ShouldBe(["article"]);
        pairs["og:title"].ShouldBe(["Le syndicat coupe deux forages"]);
        pairs["og:description"].ShouldBe(["Le chapô."]);
        pairs["og:image"].ShouldBe(["https://courrier.example/images/abc/1280.jpg"]);
        pairs["og:image:height"].ShouldBe(["720"]);
        pairs["article:published_time"].ShouldBe(["2026-11-23T02:30:00Z"]);
        pairs["article:section"].ShouldBe(["France"]);
        pairs["article:tag"].ShouldBe(["Eau"]);
    }

    [Fact]
    public void Without_a_standfirst_the_description_is_the_open_text_cut_at_a_word()
    {
        var article = NewArticle();
        article.Standfirst = "";
        var open = string.Concat(Enumerable.Repeat("La nappe a perdu deux mètres. ", 20));
        var description = ArticleHead.Of(article, article.Access, open, [], RobotLine.Usual, Courrier, Address).Description;
        description.Length.ShouldBeInRange(100, 200);
        description.ShouldEndWith("…");
        open.ShouldStartWith(description[..^1]);
    }

    [Fact]
    public void A_long_headline_is_shortened_for_search_engines_alone()
    {
        var article = NewArticle();
        article.Headline = string.Concat(Enumerable.Repeat("intercommunalité ", 12)).Trim();
        JsonOf(article).GetProperty("headline").GetString()!.Length.ShouldBeLessThanOrEqualTo(110);
        HeadOf(article).Headline.ShouldBe(article.Headline);
    }

    [Fact]
    public async Task The_head_is_valid_whatever_the_headline_holds_and_says_the_reservation()
    {
        var article = NewArticle();
        article.Headline = article.Standfirst = article.LeadPicture!.AlternativeText = article.Themes[0].Name = Hostile.Headline;
        await using var site = await Site.OpenAsync();
        var html = await Partial.RenderAsync(site, "/Features/Articles/_ArticleHead.cshtml", HeadOf(article));
        html.ShouldNotContain("<script>");
        var head = new HtmlParser().ParseDocument($"<!doctype html><html><head>{html}</head><body></body></html>").Head!;

        var scripts = head.QuerySelectorAll("script");
        scripts.Length.ShouldBe(2);
        scripts.ShouldAllBe(script => script.GetAttribute("type") == "application/ld+json");
        JsonDocument.Parse(scripts[0].TextContent).RootElement.GetProperty("headline").GetString().ShouldBe(Hostile.Shown);
        JsonDocument.Parse(scripts[1].TextContent).RootElement.GetProperty("@type").GetString().ShouldBe("BreadcrumbList");
        head.QuerySelector("meta[property='og:title']")!.GetAttribute("content").ShouldBe(Hostile.Shown);
        head.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://courrier.example/3/le-syndicat/");
        head.QuerySelector("meta[name='tdm-reservation']")!.GetAttribute("content").ShouldBe("1");
        head.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("max-image-preview:large, noarchive");
    }

    [Fact]
    public void What_is_not_reserved_is_not_said_to_be()
    {
        var head = ArticleHead.Of(NewArticle(), Requirement.None, "", [], default, Courrier, Address);
        (head.MiningPolicy, head.Licence, head.Indexing).ShouldBe((null, null, "max-image-preview:large"));
    }

    private static JsonElement JsonOf(Article article) => JsonDocument.Parse(new ArticleMetadata(HeadOf(article)).NewsArticle()).RootElement;

    private static ArticleHead HeadOf(Article article) => ArticleHead.Of(article, article.Access, "La nappe.", [Newsroom.News, Newsroom.France], RobotLine.Usual, Courrier, Address);

    private static Article NewArticle() => new()
    {
        Id = 3,
        Slug = "le-syndicat",
        Headline = "Le syndicat coupe deux forages",
        Standfirst = "Le chapô.",
        Status = ArticleStatus.Published,
        PublishedAt = Published,
        MainSection = Newsroom.France,
        Themes = [new Theme { Slug = "eau", Name = "Eau" }],
        Bylines = [new Byline { Position = 1, Author = new Author { Slug = "claire-vasseur", Name = "Claire Vasseur" } }],
        LeadPicture = new Picture { Key = "abc", Credit = "Dessin : Le Courrier", AlternativeText = "Un château d’eau", Width = 1600, Height = 900 },
    };
}
