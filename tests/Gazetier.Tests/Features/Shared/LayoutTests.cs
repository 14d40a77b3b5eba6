using Shouldly;

namespace Gazetier.Tests.Features.Shared;

public class LayoutTests
{
    [Fact]
    public async Task The_head_offers_each_reader_what_is_of_use_to_them()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await DoorsAsync(visitor)).ShouldBe((true, true, false));
        (await DoorsAsync(lou)).ShouldBe((false, true, false));
        (await DoorsAsync(camille)).ShouldBe((false, false, false));
        (await DoorsAsync(ines)).ShouldBe((false, false, true));
    }

    [Fact]
    public async Task An_english_page_says_what_is_french_on_it()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Has("main [lang]").ShouldBeFalse();
        await visitor.PostAsync("/langue", ("langue", "en"), ("retour", "/"));
        var article = await visitor.GetAsync("/3/le-syndicat-coupe-deux-forages/");
        article.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        article.Document.QuerySelector("article h1")!.Closest("[lang]")!.GetAttribute("lang").ShouldBe("fr");
        article.Document.QuerySelector(".wall")!.GetAttribute("lang").ShouldBe("en");
        (await visitor.GetAsync("/themes/eau/")).Document.QuerySelector("main h1")!.GetAttribute("lang").ShouldBe("fr");
    }

    private static async Task<(bool SignIn, bool Subscribe, bool Newsroom)> DoorsAsync(Browser browser)
    {
        var page = await browser.GetAsync("/aide");
        page.Has(".menu a[href='/connexion']").ShouldBe(page.Has(".doors a[href='/connexion']"));
        return (page.Has(".doors a[href='/connexion']"), page.Has(".doors a[href='/abonnement/']"), page.Has(".menu a[href='/redaction']"));
    }
}
