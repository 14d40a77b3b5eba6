using System.Net;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class JoinByThemselvesTests
{
    [Fact]
    public async Task A_04_who_proves_an_address_of_the_domain_sits_and_who_only_claims_it_does_not()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        await site.AddDomainAsync(organisation, "valmorel.fr");
        using var claims = site.Visitor();
        await claims.PostAsync("/inscription", ("email", "agent@valmorel.fr"), ("password", AccountSteps.Good), ("nom", "Anaïs"));
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        await claims.PostAsync(await site.LinkToAsync("agent@valmorel.fr"));
        (await site.SeatsAsync(contract)).ShouldHaveSingleItem().Origin.ShouldBe(SeatOrigin.Domain);
        (await site.MailsToAsync("agent@valmorel.fr"))[^1].Subject.ShouldBe("Ville de Valmorel vous abonne à Le Courrier");
        // What lies below the domain, or ends like it, is another's.
        (await site.RegisterAsync("agent@sous.valmorel.fr")).Dispose();
        (await site.RegisterAsync("agent@autrevalmorel.fr")).Dispose();
        (await site.SeatsAsync(contract)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_04_who_had_an_account_before_the_domain_sits_at_the_next_sign_in()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        await site.AddDomainAsync(organisation, "example.org");
        using var lou = site.Visitor();
        await lou.SignInAsync("lou@example.org", AccountSteps.Good);
        var seat = (await site.SeatsAsync(contract)).ShouldHaveSingleItem();
        await lou.SignInAsync("lou@example.org", AccountSteps.Good);
        (await site.SeatsAsync(contract)).Count.ShouldBe(1);
        // Withdrawn, the domain does not bring them back.
        await site.WithAsync<GiveBackSeat, bool>(give => give.RunAsync(organisation.Id, seat.Id, isOwn: false, default));
        await lou.SignInAsync("lou@example.org", AccountSteps.Good);
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_04_the_seat_follows_the_address_when_it_changes()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        await site.AddDomainAsync(organisation, "valmorel.fr");
        await ChangeAsync("lou@valmorel.fr");
        (await site.SeatsAsync(contract)).ShouldHaveSingleItem().AccountId.ShouldBe(Newsroom.Lou);
        await ChangeAsync("lou@ailleurs.example");
        (await site.SeatsAsync(contract)).ShouldBeEmpty();

        async Task ChangeAsync(string email)
        {
            using var lou = await site.SignInAsync(Newsroom.Lou);
            await lou.PostAsync("/mon-compte/adresse", ("email", email), ("password", AccountSteps.Good));
            (await lou.PostAsync(await site.LinkToAsync(email))).Location.ShouldBe("/adresse-changee");
        }
    }

    [Fact]
    public async Task Who_comes_first_when_no_seat_is_left_reads_whom_to_ask()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        await site.AddContractAsync(organisation, seats: 0);
        await site.AddDomainAsync(organisation, "valmorel.fr");
        using var agent = site.Visitor();
        await agent.PostAsync("/inscription", ("email", "agent@valmorel.fr"), ("password", AccountSteps.Good), ("nom", ""));
        var path = (await agent.PostAsync(await site.LinkToAsync("agent@valmorel.fr"))).Location!;
        path.ShouldBe($"/organisation/sans-place?motif=complet&organisme={organisation.Id}");
        var page = await agent.GetAsync(path);
        page.Text("h1").ShouldBe("Plus de place libre");
        page.Text(".people").ShouldContain("noe@example.org");
    }

    [Fact]
    public async Task P_05_a_SIRET_brings_into_the_contract_of_its_organisation()
    {
        await using var site = await Site.OpenAsync();
        (await BySiretAsync(TownHall.Number)).ShouldBe("/organisation/sans-place?motif=inconnu");
        var organisation = await site.AddOrganisationAsync(siret: TownHall.Number);
        (await BySiretAsync(TownHall.Number)).ShouldBe($"/organisation/sans-place?motif=termine&organisme={organisation.Id}");
        await site.AddContractAsync(organisation, change: c => c.Products = ProductSet.Of(5));
        var paper = await site.AddContractAsync(organisation, change: c => c.From = site.Now.AddDays(-1));
        (await BySiretAsync("213 502 388 00019")).ShouldBeNull();
        // The newspaper's contract, not the club's.
        (await site.SeatsAsync(paper)).ShouldHaveSingleItem().Origin.ShouldBe(SeatOrigin.SingleSignOn);
        (await BySiretAsync(TownHall.Number)).ShouldBeNull();
        // Who reads by another right is not told that an employer gives none.
        (await BySiretAsync("21350238800018")).ShouldBeNull();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/organisation/sans-place?motif=inconnu")).Text("h1").ShouldBe("Votre collectivité n’a pas d’abonnement");
        (await lou.GetAsync($"/organisation/sans-place?motif=suspendu&organisme={organisation.Id}")).Text("h1").ShouldBe("L’abonnement est suspendu");

        Task<string?> BySiretAsync(string siret) => site.WithAsync<JoinByThemselves, string?>(join => join.BySiretAsync(Newsroom.Lou, siret, default));
    }

    [Fact]
    public async Task The_link_that_is_passed_on_gives_a_seat_by_the_button_until_it_is_closed()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        var contract = await site.AddContractAsync(organisation, seats: 1);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var manage = $"/organisation/{organisation.Id}/lien";
        (await noe.PostAsync(manage, ("contrat", contract.Id.ToString()))).Location.ShouldBe(manage + "?fait=nouveau");
        var link = await LinkAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(link)).Has("a[href^='/inscription?retour=%2Forganisation%2Frejoindre']").ShouldBeTrue();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(link)).Has("form button").ShouldBeTrue();
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        (await lou.PostAsync(link)).Location.ShouldBe("/mon-compte/places?fait=prise");
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync(link)).Text(".notice").ShouldBe("Toutes les places sont prises.");
        // Renewed, the old one opens nothing; a day ends the new one; closed, it is gone.
        await noe.PostAsync(manage, ("contrat", contract.Id.ToString()), ("jusqu", "2026-11-23"));
        (await camille.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        link = await LinkAsync();
        (await camille.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await camille.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await noe.PostAsync(manage, ("contrat", contract.Id.ToString()), ("jusqu", "2026-11-22"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await noe.PostAsync(manage, ("contrat", contract.Id.ToString()), ("fermer", "1"));
        (await site.DoAsync(db => db.JoinLinks.AnyAsync())).ShouldBeFalse();

        async Task<string> LinkAsync() => new Uri((await noe.GetAsync(manage)).Document.QuerySelector("input[readonly]")!.GetAttribute("value")!).AbsolutePath;
    }
}
