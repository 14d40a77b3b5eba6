using System.Net;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

public class RevisionsTests
{
    [Fact]
    public async Task Two_revisions_stand_side_by_side_word_by_word()
    {
        await using var site = await Site.OpenAsync();
        var (paul, id) = await WriteTwiceAsync(site);
        var page = await paul.GetAsync($"/redaction/articles/{id}/revisions/1/2");
        page.Texts("del").ShouldBe(["Trois"]);
        page.Texts("ins").ShouldBe(["Quatre"]);
        page.Texts(".changed [role=cell]").ShouldBe(["Trois communes sur cinq.", "Quatre communes sur cinq."]);
        (await paul.GetAsync($"/redaction/articles/{id}/revisions/comparer?a=1&b=2")).Location.ShouldBe($"/redaction/articles/{id}/revisions/1/2");
        (await paul.GetAsync($"/redaction/articles/{id}/revisions/1/99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lone_revision_is_read_and_not_compared_with_itself()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        var list = await paul.GetAsync($"/redaction/articles/{id}/revisions");
        list.Has("#comparer").ShouldBeFalse();
        list.Has("input[type=radio]").ShouldBeFalse();
        var page = await paul.GetAsync(list.Document.QuerySelector(".lines tbody th a")!.GetAttribute("href")!);
        page.Text("h1").ShouldBe("Version 1");
        page.Texts(".compared [role=cell]").ShouldBe(["La régie reprend la main"]);

        var (writer, twice) = await WriteTwiceAsync(site);
        (await writer.GetAsync($"/redaction/articles/{twice}/revisions")).Texts("[form=comparer]").Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_earlier_revision_is_restored_and_the_later_one_stays()
    {
        await using var site = await Site.OpenAsync();
        var (paul, id) = await WriteTwiceAsync(site);
        (await paul.PostAsync($"/redaction/articles/{id}/revisions/1/2", ("number", "1"), ("base", "2"))).Location.ShouldEndWith("fait=restaure");
        (await paul.GetAsync($"/redaction/articles/{id}")).Text("#Body").ShouldBe("<p>Trois communes sur cinq.</p>");
        var list = await paul.GetAsync($"/redaction/articles/{id}/revisions");
        list.Texts(".lines tbody th a").ShouldBe(["Version 3", "Version 2", "Version 1"]);
        list.Body.ShouldContain("reprise de la version 1");
    }

    [Fact]
    public async Task Whoever_restores_does_not_overwrite_what_came_meanwhile()
    {
        await using var site = await Site.OpenAsync();
        var (paul, id) = await WriteTwiceAsync(site);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.SaveAsync(id, ("Body", "<p>Cinq communes sur cinq.</p>"));
        (await paul.PostAsync($"/redaction/articles/{id}/revisions/1/2", ("number", "1"), ("base", "2"))).Location!.ShouldContain("/revisions/3/");
        (await paul.GetAsync($"/redaction/articles/{id}")).Text("#Body").ShouldBe("<p>Cinq communes sur cinq.</p>");
    }

    [Fact]
    public async Task The_list_of_revisions_reads_none_of_their_texts()
    {
        await using var site = await Site.OpenAsync();
        var (paul, id) = await WriteTwiceAsync(site);
        // A text that is no content would break whoever reads it.
        await site.DoAsync(db => db.Revisions.Where(r => r.ArticleId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Json, "?")));
        (await paul.GetAsync($"/redaction/articles/{id}/revisions")).Texts(".lines tbody tr").Count.ShouldBe(2);
    }

    private static async Task<(Browser, long)> WriteTwiceAsync(Site site)
    {
        var paul = await site.SignInAsync(Newsroom.Paul);
        var id = await paul.BeginAsync();
        await paul.SaveAsync(id, ("Body", "<p>Trois communes sur cinq.</p>"));
        site.Clock.Advance(Revision.Growth);
        await paul.SaveAsync(id, ("Body", "<p>Quatre communes sur cinq.</p>"));
        return (paul, id);
    }
}
