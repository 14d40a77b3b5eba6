using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Clubs;

/// <summary>Who is a member, by which product; and the directory, in which nobody stands who did not choose to.</summary>
public class MembersTests
{
    [Fact]
    public async Task A_reader_joins_on_trial_is_a_member_and_is_none_when_it_ends()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(ClubSteps.Directory)).Location.ShouldBe(ClubSteps.Path + "#membre");
        (await lou.PostAsync("/mon-compte/essai/club-juridique", ("retour", ClubSteps.Path))).Location.ShouldBe(ClubSteps.Path);
        (await lou.GetAsync(ClubSteps.Path)).Text("#membre").ShouldBe("Vous êtes membre du club");
        (await lou.GetAsync("/mon-compte/clubs")).Text(".links").ShouldContain("Vous en êtes membre.");
        await lou.PostAsync(ClubSteps.Directory, ("paraitre", "true"), ("nom", "Lou M."));

        site.Clock.Advance(TimeSpan.FromDays(31));
        using var again = await site.SignInAsync(Newsroom.Lou);
        (await again.GetAsync(ClubSteps.Path)).Text("#membre").ShouldBe("Rejoindre le club");
        (await again.GetAsync(ClubSteps.Ask)).Location.ShouldBe(ClubSteps.Path + "#membre");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(ClubSteps.Directory)).Body.ShouldNotContain("Lou M.", Case.Sensitive, "no member any more");
    }

    [Fact]
    public async Task The_paper_alone_makes_no_member_and_a_club_without_a_product_is_for_all_who_are_registered()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(ClubSteps.Directory)).Location.ShouldBe(ClubSteps.Path + "#membre");
        await site.DoAsync(db => db.Clubs.ExecuteUpdateAsync(c => c.SetProperty(x => x.ProductNumber, (int?)null)));
        await site.TouchClubsAsync();
        (await camille.GetAsync(ClubSteps.Directory)).Status.ShouldBe(HttpStatusCode.OK);
        using var visitor = site.Visitor();
        (await visitor.GetAsync(ClubSteps.Directory)).Location.ShouldStartWith("/connexion");
    }

    [Fact]
    public async Task One_stands_in_the_directory_by_choice_is_found_and_leaves()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.JoinAsync(Newsroom.Camille);
        await site.JoinAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await camille.GetAsync(ClubSteps.Directory);
        page.Document.QuerySelector("[name=paraitre]")!.HasAttribute("checked").ShouldBeFalse("L-62");
        (await camille.PostAsync(ClubSteps.Directory, ("paraitre", "true"), ("nom", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await camille.PostAsync(ClubSteps.Directory, ("paraitre", "true"), ("nom", "Camille Ferrand"), ("fonction", "Élue"), ("organisme", "Valmorel"), ("apropos", "Tarification de l'eau"));

        (await lou.GetAsync(ClubSteps.Directory + "?q=elue")).Texts(".entry-of strong").ShouldBe(["Camille Ferrand"]);
        (await lou.GetAsync(ClubSteps.Directory + "?q=tramway")).Texts(".entry-of strong").ShouldBeEmpty();
        (await lou.GetAsync(ClubSteps.Directory)).Body.ShouldNotContain("camille@example.org");
        await camille.PostAsync(ClubSteps.Directory, ("nom", "Camille Ferrand"));
        (await lou.GetAsync(ClubSteps.Directory)).Texts(".entry-of strong").ShouldBeEmpty();
    }
}
