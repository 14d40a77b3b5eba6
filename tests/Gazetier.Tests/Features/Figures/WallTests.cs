using Gazetier.Features.Figures;
using Gazetier.Tests.Features.Accounts;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

/// <summary>What readers do at the wall, counted for the article that it stands in.</summary>
public class WallTests
{
    private static readonly ReadStep[] Steps = [ReadStep.Offers, ReadStep.SignedIn, ReadStep.Asked, ReadStep.Confirmed];

    [Fact]
    public async Task The_walls_own_links_lead_to_steps_of_its_article()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.ReadAsync(Reading.Locked);
        foreach (var link in page.Document.QuerySelectorAll(".wall a[href^='/abonnement/']"))
        {
            // The first is made, the second is kept.
            await visitor.ReadAsync(link.GetAttribute("href")!);
            await visitor.ReadAsync(link.GetAttribute("href")!);
        }

        await visitor.ReadAsync("/abonnement/");

        (await site.CountsAsync(Steps)).ShouldBe(["0 Offers: 1", "3 Offers: 2"]);
    }

    [Fact]
    public async Task Registering_from_the_wall_is_counted_when_asked_for_and_when_confirmed()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await visitor.FillAsync("/inscription", ("email", "anais@example.org"), ("password", AccountSteps.Good), ("nom", ""), ("retour", Reading.Registered));
        (await site.CountsAsync(Steps)).ShouldBe(["2 Asked: 1"]);

        await visitor.FillAsync(await site.LinkToAsync("anais@example.org"));
        (await site.CountsAsync(Steps)).ShouldBe(["2 Asked: 1", "2 Confirmed: 1"]);

        using var other = site.Visitor();
        await other.FillAsync("/inscription", ("email", "jeanne@example.org"), ("password", AccountSteps.Good), ("nom", ""));
        await other.FillAsync("/inscription", ("email", "wrong"), ("password", AccountSteps.Good), ("nom", ""), ("retour", Reading.Registered));
        (await site.CountsAsync(Steps)).ShouldBe(["0 Asked: 1", "2 Asked: 1", "2 Confirmed: 1"]);
    }

    [Fact]
    public async Task Signing_in_at_the_wall_is_counted_by_password_and_by_link()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Camille);
        await site.GivePasswordAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        await visitor.FillAsync("/connexion", ("email", "camille@example.org"), ("password", "wrong"), ("retour", Reading.Locked));
        await visitor.FillAsync("/connexion", ("email", "camille@example.org"), ("password", AccountSteps.Good), ("retour", "/mon-compte/"));
        await visitor.FillAsync("/connexion", ("email", "ines@example.org"), ("password", AccountSteps.Good), ("retour", Reading.Locked));
        (await site.CountsAsync(Steps)).ShouldBeEmpty();

        using var camille = site.Visitor();
        await camille.FillAsync("/connexion", ("email", "camille@example.org"), ("password", AccountSteps.Good), ("retour", Reading.Locked));
        using var lou = site.Visitor();
        await lou.FillAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"), ("retour", Reading.Locked));
        await lou.FillAsync(await site.LinkToAsync("lou@example.org"));

        (await site.CountsAsync(Steps)).ShouldBe(["3 SignedIn: 2"]);
    }

    [Fact]
    public async Task An_article_that_does_not_exist_is_not_written_down()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        foreach (var path in new[] { "/12345/x/", "/4/brouillon/", "/9223372036854775807/x/", "//3/x/", "%00", "\u202e" })
        {
            await visitor.ReadAsync("/abonnement/?retour=" + Uri.EscapeDataString(path));
        }

        (await site.CountsAsync()).ShouldBe(["0 Offers: 4"]);
    }
}
