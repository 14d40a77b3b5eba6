using Gazetier.Features.FrontPages;
using Shouldly;

namespace Gazetier.Tests.Features.FrontPages;

public class HomeTests
{
    [Fact]
    public async Task It_shows_the_lead_the_strip_and_the_dossiers()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/");
        page.Text(".teaser.lead h2").ShouldBe("Le syndicat coupe deux forages");
        page.Text(".teaser.lead .reserved").ShouldBe("Abonnés");
        page.Texts(".strip li").ShouldBe(["Eau", "Numérique"]);
        page.Text(".rail .links").ShouldContain("Le partage de l’eau");
        page.Body.ShouldNotContain("Brouillon");
        page.Body.ShouldNotContain("Article retiré");
        page.Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task Who_is_signed_in_turns_to_their_own_view_of_it_and_back()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Has(".views").ShouldBeFalse();

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync("/");
        page.Text(".views [aria-current=page]").ShouldBe("La une");
        page.Document.QuerySelectorAll(".views a, .doors a").Count(a => a.GetAttribute("href") == "/ma-gazette").ShouldBe(2);
        var own = await lou.GetAsync("/ma-gazette");
        own.Text(".views [aria-current=page]").ShouldBe("Ma Gazette");
        own.Has(".views a[href='/']").ShouldBeTrue();
    }

    [Fact]
    public async Task A_pin_holds_until_its_end()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Pins.Add(new Pin { ArticleId = Newsroom.Free, Place = FrontPagePlace.Lead, Position = 1, Until = site.Now.AddMinutes(5) });
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("L’eau devient plus chère");
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await visitor.GetAsync("/")).Text(".teaser.lead h2").ShouldBe("Le syndicat coupe deux forages");
    }

    [Fact]
    public async Task An_article_leaves_the_front_page_at_its_minute()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            (await db.Articles.FindAsync(Newsroom.Locked))!.FrontPageUntil = site.Now.AddMinutes(5);
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/")).Body.ShouldContain("Le syndicat coupe deux forages");
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await visitor.GetAsync("/")).Body.ShouldNotContain("Le syndicat coupe deux forages");
        (await visitor.GetAsync("/rubriques/france/")).Body.ShouldContain("Le syndicat coupe deux forages");
    }
}
