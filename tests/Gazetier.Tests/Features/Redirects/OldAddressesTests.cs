using System.Net;
using Gazetier.Features.Redirects;
using Shouldly;

namespace Gazetier.Tests.Features.Redirects;

public class OldAddressesTests
{
    [Theory]
    [InlineData("/2014/03/ancien-titre/", "/1/l-eau-devient-plus-chere/")]
    [InlineData("/2014/03/ancien-titre", "/1/l-eau-devient-plus-chere/")]
    [InlineData("/2014/03/ancien-titre/?utm_source=lettre", "/1/l-eau-devient-plus-chere/")]
    [InlineData("/articles/42.html", "/themes/eau/")]
    [InlineData("/rubriques/ancienne/feed/", "/rubriques/actualite/feed/")]
    [InlineData("/th%C3%A8me/eau", "/th%C3%A8mes/eau/?page=2#suite")]
    public async Task An_address_that_a_page_used_to_have_leads_to_the_one_it_has(string old, string target)
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync(old);
        answer.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Location.ShouldBe(target);
        answer.Body.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/jamais/vue")]
    [InlineData("/ailleurs")]
    [InlineData("/en-rond/")]
    public async Task What_was_never_ours_or_leads_elsewhere_is_not_found(string path)
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Text("h1").ShouldBe("Cette page n’est pas dans le journal");
    }

    [Fact]
    public async Task A_living_page_is_never_taken_away_and_a_form_never_redirected()
    {
        await using var site = await Site.OpenAsync();
        await FillAsync(site);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/contact")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.PostAsync("/2014/03/ancien-titre/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task FillAsync(Site site) => site.DoAsync(async db =>
    {
        db.AddRange(
            new Redirect { Path = "/2014/03/ancien-titre/", Target = "/1/l-eau-devient-plus-chere/" },
            new Redirect { Path = "/articles/42.html", Target = "/themes/eau/" },
            new Redirect { Path = "/rubriques/ancienne/feed/", Target = "/rubriques/actualite/feed/" },
            new Redirect { Path = "/thème/eau", Target = "/thèmes/eau/?page=2#suite" },
            new Redirect { Path = "/ailleurs", Target = "//exemple.org/" },
            new Redirect { Path = "/en-rond/", Target = "/en-rond" },
            new Redirect { Path = "/contact", Target = "/aide" });
        await db.SaveChangesAsync();
    });
}
