using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Features.Shared;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

public class ListHeadTests
{
    [Fact]
    public async Task A_page_of_a_list_names_itself_its_neighbours_and_its_feeds()
    {
        var head = await RenderAsync(new ListHead("/themes/eau/", Hostile.Headline) { Paging = new Paging(2, 20, 55), HasFeeds = true });
        Href(head, "canonical").ShouldBe(["http://localhost/themes/eau/?page=2"]);
        Href(head, "prev").ShouldBe(["http://localhost/themes/eau/"]);
        Href(head, "next").ShouldBe(["http://localhost/themes/eau/?page=3"]);
        Href(head, "alternate").ShouldBe(["/themes/eau/feed/", "/themes/eau/feed.atom", "/themes/eau/feed.json"]);
        head.QuerySelectorAll("script:not([type='application/ld+json'])").ShouldBeEmpty();
        head.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("max-image-preview:large");
    }

    [Fact]
    public async Task A_page_that_stands_alone_has_no_neighbours_and_one_to_be_left_out_says_so()
    {
        var head = await RenderAsync(new ListHead("/recherche", "Recherche") { IsIndexed = false });
        Href(head, "prev").ShouldBeEmpty();
        Href(head, "next").ShouldBeEmpty();
        Href(head, "alternate").ShouldBeEmpty();
        head.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    private static async Task<IElement> RenderAsync(ListHead model)
    {
        await using var site = await Site.OpenAsync();
        var html = await Partial.RenderAsync(site, "/Features/Shared/_ListHead.cshtml", model);
        return new HtmlParser().ParseDocument($"<!doctype html><html><head>{html}</head><body></body></html>").Head!;
    }

    private static IEnumerable<string?> Href(IElement head, string relation) =>
        head.QuerySelectorAll($"link[rel={relation}]").Select(link => link.GetAttribute("href"));
}
