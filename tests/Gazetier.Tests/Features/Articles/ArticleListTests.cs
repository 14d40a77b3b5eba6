using System.Net;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class ArticleListTests
{
    [Theory]
    [InlineData("/rubriques/actualite/", "Actualité", "Le syndicat coupe deux forages", "Un serveur pour quatorze communes", "L’eau devient plus chère")]
    [InlineData("/rubriques/france/", "France", "Le syndicat coupe deux forages")]
    [InlineData("/rubriques/juridique/", "Juridique", "Le syndicat coupe deux forages")]
    [InlineData("/themes/eau/", "Eau", "Le syndicat coupe deux forages", "L’eau devient plus chère")]
    [InlineData("/dossiers/partage-de-l-eau/", "Le partage de l’eau", "L’eau devient plus chère", "Le syndicat coupe deux forages")]
    [InlineData("/auteurs/yann-morel/", "Yann Morel", "L’eau devient plus chère")]
    public async Task Lists_show_what_is_published_in_their_order(string path, string name, params string[] headlines)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(path);
        page.Text("h1").ShouldBe(name);
        page.Texts(".list h2").ShouldBe(headlines);
    }

    [Theory]
    [InlineData("/rubriques/rien/")]
    [InlineData("/themes/eau/?page=2")]
    [InlineData("/themes/eau/?page=0")]
    [InlineData("/themes/eau/?page=-1")]
    [InlineData("/themes/eau/?page=x")]
    [InlineData("/themes/eau/?page=99999999999")]
    public async Task A_list_or_page_that_is_not_there_is_not_found(string path)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_parameter_makes_no_other_page()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/themes/eau/?utm_source=x")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/themes/eau")).Location.ShouldBe("/themes/eau/");
        (await visitor.GetAsync("/themes/")).Texts("main .links a").ShouldBe(["Eau 2 articles", "Numérique 1 article"]);
        (await visitor.GetAsync("/dossiers/")).Texts("main .links a").ShouldBe(["Le partage de l’eau 2 articles"]);
    }
}
