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
