using System.Net;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Tests.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Places;

/// <summary>Where an article is about and how much it weighs, from the writing desk to the reader's button.</summary>
public class FilingTests
{
    [Fact]
    public async Task Places_and_weight_are_written_at_the_desk_published_listed_and_followed_from_the_article()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"), ("Themes", Newsroom.Water.Id.ToString()), ("Places", "lille; Saint-Denis (93)"), ("Weight", "Major"));
        (await ines.GetAsync($"/redaction/articles/{id}")).Text("textarea[name=Places]").ShouldBe("Saint-Denis (93) Lille", "as the gazetteer writes them");
        await ines.PublishAsync(id);
        await site.FollowChangesAsync();

        var article = await site.DoAsync(db => db.Articles.Include(a => a.Places).SingleAsync(a => a.Id == id));
        article.Weight.ShouldBe(Weight.Major);
        article.Places.Select(p => p.Name).Order().ShouldBe(["Lille", "Saint-Denis (93)"]);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        foreach (var place in new[] { "lille-59350", "nord-59", "hauts-de-france-region", "ile-de-france-region" })
        {
            (await lou.GetAsync($"/lieux/{place}/")).Body.ShouldContain($"/{id}/la-regie-reprend-la-main/", Case.Sensitive, place);
        }

        var page = await lou.GetAsync($"/{id}/la-regie-reprend-la-main/");
        page.Texts(".follow-these button").ShouldBe(["+ Eau", "+ Lille", "+ Saint-Denis (93)", "+ Actualité"]);
        (await lou.PostAsync("/suivre", ("kind", "place"), ("slug", "lille-59350"))).Location.ShouldStartWith("/mon-compte/ma-gazette?fait=suivi");
    }

    [Fact]
    public async Task A_place_that_nobody_wrote_about_can_be_followed_and_is_not_for_search_engines()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync("/lieux/creuse-23/");
        page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        (await lou.PostAsync("/suivre", ("kind", "place"), ("slug", "creuse-23"), ("retour", "/lieux/creuse-23/"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.DoAsync(db => db.Follows.SingleAsync())).Kind.ShouldBe(FollowKind.Place);
        (await lou.PostAsync("/suivre", ("kind", "place"), ("slug", "atlantide-99"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.GetAsync("/lieux/atlantide-99/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_that_is_not_clear_is_said_and_nothing_else_is_lost()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        var answer = await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"), ("Places", "Saint-Denis"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Body.ShouldContain("Saint-Denis (93)");
        answer.Text("textarea[name=Body]").ShouldContain("Trois communes.");
    }
}
