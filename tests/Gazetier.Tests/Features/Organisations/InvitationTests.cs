using System.Net;
using Gazetier.Features.Organisations;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class InvitationTests
{
    [Fact]
    public async Task Who_is_invited_opens_an_account_by_the_button_and_sits()
    {
        await using var site = await Site.OpenAsync();
        var (_, contract) = await InviteAsync(site, "marie@valmorel.example");
        var mail = (await site.MailsToAsync("marie@valmorel.example")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Ville de Valmorel vous abonne à Le Courrier");
        var link = await site.LinkToAsync("marie@valmorel.example");

        using var marie = site.Visitor();
        var page = await marie.GetAsync(link);
        page.Text("h1").ShouldBe("Ville de Valmorel vous abonne à Le Courrier");
        // A scanner that lands changes nothing.
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Email == "marie@valmorel.example"))).ShouldBeFalse();

        (await marie.PostAsync(link, ("nom", "Marie"))).Location.ShouldBe("/mon-compte/ma-gazette?bienvenue=1");
        var seat = (await site.SeatsAsync(contract)).ShouldHaveSingleItem();
        (seat.Number, seat.Origin, seat.Account.DisplayName, seat.Account.LastSignInOn).ShouldBe((1, SeatOrigin.Invitation, "Marie", DateOnly.FromDateTime(site.Now)));
        (await marie.IsSignedInAsync()).ShouldBeTrue();
        // Replayed, it opens nothing.
        using var other = site.Visitor();
        (await other.GetAsync(link)).Text(".notice").ShouldContain("a déjà servi");
        (await other.PostAsync(link, ("nom", "Zoé"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_with_an_account_signs_in_first()
    {
        await using var site = await Site.OpenAsync();
        var (_, contract) = await InviteAsync(site, "lou@example.org");
        var link = await site.LinkToAsync("lou@example.org");
        using var visitor = site.Visitor();
        (await visitor.GetAsync(link)).Has($"a[href^='/connexion?retour=']").ShouldBeTrue();
        (await visitor.PostAsync(link)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(link)).Text(".notice").ShouldContain("une autre adresse");
        (await camille.PostAsync(link)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync(link)).Location.ShouldBe("/mon-compte/places?fait=prise");
        (await site.SeatsAsync(contract)).ShouldHaveSingleItem().AccountId.ShouldBe(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/places")).Text("h2").ShouldBe("Ville de Valmorel");
        (await lou.PostAsync("/mon-compte/places", ("rendre", (await site.SeatsAsync(contract))[0].Id.ToString()))).Location.ShouldBe("/mon-compte/places?fait=rendue");
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forged_expired_and_taken_back_invitations_give_nothing()
    {
        await using var site = await Site.OpenAsync();
        var (organisation, contract) = await InviteAsync(site, "marie@valmorel.example");
        var link = await site.LinkToAsync("marie@valmorel.example");
        using var marie = site.Visitor();
        var forged = link[..^3] + "AAA";
        (await marie.GetAsync(forged)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await marie.PostAsync(forged)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(Invitation.Lifetime);
        (await marie.PostAsync(link)).Text(".notice").ShouldBe("Elle a expiré.");
        var id = await site.DoAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        (await site.WithAsync<InvitePeople, InvitationOutcome>(invite => invite.ResendAsync(organisation.Id, id, default))).ShouldBe(InvitationOutcome.Invited);
        var again = await site.LinkToAsync("marie@valmorel.example");
        again.ShouldNotBe(link);
        (await marie.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.WithAsync<InvitePeople, bool>(invite => invite.TakeBackAsync(organisation.Id, id, default))).ShouldBeTrue();
        (await marie.PostAsync(again)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Email == "marie@valmorel.example"))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_invitation_holds_its_seat_until_it_expires()
    {
        await using var site = await Site.OpenAsync();
        var (_, contract) = await InviteAsync(site, "marie@valmorel.example", seats: 1);
        (await site.ClaimAsync(contract, Newsroom.Lou)).ShouldBe(SeatOutcome.Full);
        site.Clock.Advance(Invitation.Lifetime);
        (await site.ClaimAsync(contract, Newsroom.Lou)).ShouldBe(SeatOutcome.Taken);
    }

    [Fact]
    public async Task Who_was_invited_and_comes_by_the_link_brings_the_seat_that_is_held()
    {
        await using var site = await Site.OpenAsync();
        var (_, contract) = await InviteAsync(site, "lou@example.org", seats: 1);
        (await site.ClaimAsync(contract, Newsroom.Camille)).ShouldBe(SeatOutcome.Full);
        (await site.ClaimAsync(contract, Newsroom.Lou)).ShouldBe(SeatOutcome.Taken);
        (await site.DoAsync(db => db.Invitations.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Invitations_accepted_and_seats_claimed_at_once_never_exceed_the_contract()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, seats: 6);
        var readers = await site.AddReadersAsync(12);
        await site.WithAsync<InvitePeople, IReadOnlyList<InvitationLine>>(invite => invite.RunAsync(
            organisation.Id, contract.Id, [.. InvitedPerson.Read("agent1@valmorel.example\nagent2@valmorel.example\nagent3@valmorel.example")], default));
        await site.PostOutboxAsync();
        var invitations = await site.DoAsync(db => db.Invitations.AsNoTracking().OrderBy(i => i.Email).ToListAsync());
        var accepted = Enumerable.Range(0, 3).Select(i => Task.Run(() => site.WithAsync<AcceptInvitation, SeatOutcome>(accept => accept.RunAsync(invitations[i], readers[i], default))));
        var claimed = readers.Skip(3).Select(reader => Task.Run(() => site.ClaimAsync(contract, reader)));

        var outcomes = await Task.WhenAll([.. accepted, .. claimed]);

        outcomes[..3].ShouldAllBe(outcome => outcome == SeatOutcome.Taken);
        outcomes[3..].Count(outcome => outcome == SeatOutcome.Taken).ShouldBe(3);
        (await site.SeatsAsync(contract)).Select(seat => seat.Number).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    private static async Task<(Organisation Organisation, Gazetier.Features.Subscriptions.Subscription Contract)> InviteAsync(Site site, string email, int? seats = 3)
    {
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, seats);
        var report = await site.WithAsync<InvitePeople, IReadOnlyList<InvitationLine>>(invite => invite.RunAsync(organisation.Id, contract.Id, [.. InvitedPerson.Read(email)], default));
        report.ShouldHaveSingleItem().Outcome.ShouldBe(InvitationOutcome.Invited);
        return (organisation, contract);
    }
}
