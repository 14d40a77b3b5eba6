using System.Net;
using Gazetier.Features.Products;
using Gazetier.Tests.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Clubs;

/// <summary>G-09: a club has its colour, its front page, its strip and team, its offer; and its news stand at the foot of every page.</summary>
public class ClubPagesTests
{
    [Fact]
    public async Task G_09_Its_front_page_bears_its_colour_its_strip_its_team_and_what_it_offers()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/clubs/juridique")).Location.ShouldBe(ClubSteps.Path);
        var page = await visitor.GetAsync(ClubSteps.Path);
        page.Body.ShouldContain("/accent/1f4f7a.css");
        page.Text(".club-band .name").ShouldBe("Juridique");
        page.Texts(".strip a").ShouldBe(["Eau"]);
        page.Text(".opening h2").ShouldBe("Le syndicat coupe deux forages");
        page.Text(".team").ShouldContain("Claire Vasseur");
        page.Text("#membre").ShouldBe("Rejoindre le club");
        page.Document.QuerySelector("a[href='/mon-compte/essai/club-juridique?retour=%2Fclubs%2Fjuridique%2F']").ShouldNotBeNull();
        page.Body.ShouldNotContain(Newsroom.Secret);
        (await visitor.GetAsync("/clubs/actualite/")).Status.ShouldBe(HttpStatusCode.NotFound, "a section is no club");
        (await visitor.GetAsync("/clubs/")).Text(".clubs").ShouldContain("Le droit, le jour même");
    }

    [Fact]
    public async Task G_09_All_that_lies_in_it_bears_its_band_and_what_does_not_bears_none()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/rubriques/juridique/")).Texts(".club-band .name").ShouldBe(["Juridique"]);
        (await visitor.GetAsync("/rubriques/france/")).Texts(".club-band .name").ShouldBeEmpty();
        (await visitor.GetAsync($"/{Newsroom.Free}/l-eau-devient-plus-chere/")).Texts(".club-band .name").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_public_page_shows_the_newest_of_the_clubs()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var free = $"/{Newsroom.Free}/l-eau-devient-plus-chere/";
        (await visitor.GetAsync(free)).Text(".clubs-today").ShouldContain("Le syndicat coupe deux forages");
        (await visitor.GetAsync("/connexion")).Texts(".clubs-today").ShouldBeEmpty("no public page");

        await PublishAsync(ines, "Ailleurs", Newsroom.News.Id);
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Body.ShouldContain("Ailleurs");
        (await visitor.GetAsync(free)).Text(".clubs-today").ShouldNotContain("Ailleurs");

        await PublishAsync(ines, "Dans le club", Newsroom.Law.Id);
        await site.FollowChangesAsync();
        (await visitor.GetAsync(free)).Text(".clubs-today").ShouldContain("Dans le club");
    }

    [Fact]
    public async Task The_foot_says_what_an_article_asks_now()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        var free = $"/{Newsroom.Free}/l-eau-devient-plus-chere/";
        var turn = site.Now.AddHours(1);
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.OpenUntil, turn)));
        using var visitor = site.Visitor();
        (await visitor.GetAsync(free)).Texts(".clubs-today .reserved").ShouldBeEmpty("open to all for an hour");
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        (await visitor.GetAsync(free)).Texts(".clubs-today .reserved").ShouldBe(["Abonnés"]);
    }

    [Fact]
    public async Task A_club_is_prepared_unseen_opened_changed_and_undone()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Products.Add(new Product { Number = 1, Slug = "club", Name = "Club" });
            await db.SaveChangesAsync();
        });
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.PostAsync("/redaction/clubs", ("rubrique", Newsroom.Law.Id.ToString()))).Location.ShouldBe("/redaction/clubs/juridique");
        (await visitor.GetAsync(ClubSteps.Path)).Status.ShouldBe(HttpStatusCode.NotFound, "it is being prepared");
        (await ines.PostAsync("/redaction/clubs", ("rubrique", Newsroom.Law.Id.ToString()))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "it is one already");

        (string, string)[] form =
        [
            ("devise", "Le droit, vite"), ("accueil", "Bienvenue."), ("couleur", "#24603f"), ("produit", "1"), ("place", "1"), ("ouvert", "true"),
            ("une[0]", $"http://localhost/{Newsroom.Free}/l-eau-devient-plus-chere/"), ("sujets[0].nom", "Eau"), ("sujets[0].chemin", "/themes/eau/"),
            ("sujets[1].nom", ""), ("sujets[1].chemin", ""), ("equipe[0].auteur", Newsroom.Claire.Id.ToString()), ("equipe[0].role", "experte"), ("equipe[0].expert", "true"),
        ];
        (await ines.PostAsync("/redaction/clubs/juridique", form)).Location.ShouldBe("/redaction/clubs/juridique?fait=enregistre");
        await site.FollowChangesAsync();
        var page = await visitor.GetAsync(ClubSteps.Path);
        page.Texts(".opening h2").ShouldBe(["L’eau devient plus chère"], "held by hand");
        page.Body.ShouldContain("/accent/24603f.css");

        // What is wrong is said, and what was right is not lost.
        var refused = await ines.PostAsync("/redaction/clubs/juridique", [.. form.Where(f => f.Item1 is not ("couleur" or "une[0]" or "sujets[0].chemin")), ("couleur", "#ffee00"), ("une[0]", "9999"), ("sujets[0].chemin", "https://ailleurs.example/")]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts(".error-summary li").Count.ShouldBe(3);
        refused.Document.QuerySelector("#devise, [name=devise]")!.GetAttribute("value").ShouldBe("Le droit, vite");

        // The section cannot be deleted from under it.
        (await ines.GetAsync("/redaction/rubriques/juridique/suppression")).Body.ShouldContain("1 club");
        await ines.PostAsync("/redaction/clubs/juridique", ("faire", "defaire"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync(ClubSteps.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/rubriques/juridique/")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("club.")).Select(a => a.What).ToListAsync())).ShouldBe(["club.created", "club.changed", "club.deleted"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_runs_no_newspaper_makes_no_club()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync("/redaction/clubs")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await paul.PostAsync("/redaction/clubs/juridique", ("faire", "defaire"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task PublishAsync(Browser staff, string headline, Guid section)
    {
        var id = await staff.BeginAsync(headline, ("rubrique", section.ToString()));
        await staff.SaveAsync(id, ("Body", "<p>Trois lignes.</p>"));
        (await staff.PublishAsync(id)).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
