using System.Net;
using Gazetier.Features.Organisations;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

/// <summary>Dora answers subscribers.</summary>
public class DeskTests
{
    private const string Desk = "/redaction/organismes";

    [Fact]
    public async Task The_desk_adds_an_organisation_and_opens_its_contract()
    {
        await using var site = await Site.OpenAsync();
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync(Desk)).Text(".notice").ShouldContain("Aucun organisme");
        (await dora.PostAsync(Desk + "/fiche", ("nom", ""), ("siret", "21350238800018"), ("taille", "beaucoup"))).Texts(".error-summary li").Count.ShouldBe(3);
        var page = (await dora.PostAsync(Desk + "/fiche", ("nom", TownHall.Name), ("siret", "213 502 388 00019"), ("taille", "8200"))).Location!;
        (await dora.PostAsync(Desk + "/fiche", ("nom", "Une autre"), ("siret", TownHall.Number))).Text(".error").ShouldBe("Ce SIRET est déjà celui de Ville de Valmorel.");
        (await dora.PostAsync(page + "/contrats", ("origine", ""), ("du", "2026-13-01"), ("au", "2026-01-01"), ("places", "0"))).Texts(".error-summary li").Count.ShouldBe(4);
        (await dora.PostAsync(page + "/contrats", ("origine", "Bon de commande 12"), ("produits", "0"), ("du", "2026-11-01"), ("au", "2027-10-31"), ("places", "2"))).Location.ShouldBe(page + "?fait=1");
        (await dora.GetAsync(page)).Text("tbody tr").ShouldContain("Le journal du 1er novembre 2026 au 31 octobre 2027 0 place prise sur 2 En cours");

        // From midnight in Paris to the end of the last day.
        var contract = await site.DoAsync(db => db.Subscriptions.SingleAsync(s => s.OrganisationId != null));
        (contract.From, contract.Until).ShouldBe((new DateTime(2026, 10, 31, 23, 0, 0, DateTimeKind.Utc), new DateTime(2027, 10, 31, 23, 0, 0, DateTimeKind.Utc)));
        await site.ClaimAsync(contract, Newsroom.Lou);
        await site.ClaimAsync(contract, Newsroom.Noe);
        var form = $"{page}/contrats/{contract.Id}";
        (await dora.PostAsync(form, Terms(contract.Version, "1"))).Text(".error").ShouldStartWith("2 places sont prises");
        (await dora.PostAsync(form, Terms(contract.Version, ""))).Location.ShouldBe(page + "?fait=1");
        (await dora.PostAsync(form, Terms(contract.Version, "9"))).Text(".error-summary").ShouldContain("entre-temps");

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var article = (await lou.GetAsync($"/{Newsroom.Locked}")).Location ?? $"/{Newsroom.Locked}";
        (await lou.GetAsync(article)).Body.ShouldContain(Newsroom.Secret);
        (await dora.PostAsync(form, ("acte", "impaye"))).Location.ShouldBe(page + "?fait=1");
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);
        (await dora.GetAsync(form)).Text(".status").ShouldBe("Suspendu, impayé");
        (await dora.PostAsync(form, ("acte", "reprise"))).Location.ShouldBe(page + "?fait=1");
        (await lou.GetAsync(article)).Body.ShouldContain(Newsroom.Secret);
        (await dora.PostAsync(form, ("acte", "fin"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dora.PostAsync(form, ("acte", "fin"), ("certain", "oui"))).Location.ShouldBe(page + "?fait=1");
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);

        // All of it stands in the record.
        (await site.DoAsync(db => db.Acts.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.What).Where(what => what.StartsWith("organisation.")).ToListAsync())).ShouldBe(
            [OrganisationActs.Created, OrganisationActs.ContractMade, OrganisationActs.ContractChanged, OrganisationActs.ContractSuspended, OrganisationActs.ContractResumed, OrganisationActs.ContractEnded], ignoreOrder: true);

        static (string, string)[] Terms(int version, string seats) =>
            [("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("origine", "Bon de commande 12"), ("produits", "0"), ("du", "2026-11-01"), ("au", "2027-12-31"), ("places", seats)];
    }

    [Fact]
    public async Task An_organisation_is_found_by_whatever_the_desk_was_told()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync("Communauté d’agglomération de la Vanne", TownHall.Number);
        await site.AddOrganisationAsync("Ville d’Oz");
        await site.AddDomainAsync(organisation, "vanne-agglo.fr");
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        await site.ClaimAsync(await site.AddContractAsync(organisation), Newsroom.Lou);
        await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(organisation.Id, "185.24.184.0/24", false, site.Desk(), default));
        using var dora = await site.SignInAsync(Newsroom.Dora);
        foreach (var asked in new[] { "COMMUNAUTE d'agglo", "vanne", "213502388", "213 502 388 00019", "vanne-agglo.fr", "inconnu@vanne-agglo.fr", "noe@example.org", "Lou@example.org", "185.24.184.77", "185.24.0.0/16" })
        {
            (await dora.GetAsync($"{Desk}?q={Uri.EscapeDataString(asked)}")).Texts("tbody th").ShouldBe(["Communauté d’agglomération de la Vanne"], asked);
        }

        foreach (var asked in new[] { "zzz", "185.25.0.1", "autre.fr", "999999999", "%", "\u0000" })
        {
            (await dora.GetAsync($"{Desk}?q={Uri.EscapeDataString(asked)}")).Texts("tbody th").Count.ShouldBeOneOf(0, 2);
        }
    }

    [Fact]
    public async Task Every_way_in_is_entered_and_taken_by_the_desk()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation);
        using var dora = await site.SignInAsync(Newsroom.Dora);
        var page = $"{Desk}/{organisation.Id}";
        foreach (var (field, value, wrong) in new[] { ("domaine", "valmorel.fr", "orange.fr"), ("siret", TownHall.Number, "21350238800018"), ("plage", "185.24.184.0/24", "10.0.0.0/8"), ("gestionnaire", "docs@valmorel.example", "docs@") })
        {
            (await dora.PostAsync(page, (field, wrong))).Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + field);
            (await dora.PostAsync(page, (field, value))).Location.ShouldBe(page + "?fait=1");
            (await dora.PostAsync(page, (field, value))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await dora.PostAsync(page, ("plage", "185.26.0.0/15"))).Text(".error").ShouldContain("très large");
        (await dora.PostAsync(page, ("plage", "185.26.0.0/15"), ("large", "oui"))).Location.ShouldBe(page + "?fait=1");
        await site.ClaimAsync(contract, Newsroom.Lou);
        var shown = await dora.GetAsync(page);
        shown.Texts(".entries li strong").ShouldBe(["docs@valmorel.example", "@valmorel.fr", "213 502 388 00019"]);
        shown.Texts(".entries code").ShouldBe(["185.24.184.0/24", "185.26.0.0/15"]);
        var range = await site.DoAsync(db => db.AddressRanges.OrderBy(r => r.First).Select(r => r.Id).FirstAsync());
        var seat = (await site.SeatsAsync(contract))[0];
        foreach (var (field, value) in new[] { ("oter-domaine", "valmorel.fr"), ("oter-siret", TownHall.Number), ("oter-plage", range.ToString()), ("oter-place", seat.Id.ToString()) })
        {
            (await dora.PostAsync(page, (field, value))).Location.ShouldBe(page + "?fait=1");
        }

        var after = await dora.GetAsync(page);
        after.Texts(".entries li strong").ShouldBe(["docs@valmorel.example"]);
        after.Texts(".entries code").ShouldBe(["185.26.0.0/15"]);
        (await site.SeatsAsync(contract)).ShouldBeEmpty();
        var acts = await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("organisation.")).ToListAsync());
        acts.Count.ShouldBe(9);
        acts.ShouldAllBe(act => act.ByName == "Dora");
        using var odile = await site.SignInAsync(Newsroom.Odile);
        (await odile.GetAsync("/redaction/journal")).Texts("tbody td").ShouldContain("Plage d’adresses donnée à un organisme");
    }

    [Fact]
    public async Task The_desk_gives_a_seat_by_address_or_invites_it_and_takes_both_back()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, seats: 2);
        var other = await site.AddContractAsync(await site.AddOrganisationAsync("Ville d’Oz"));
        using var dora = await site.SignInAsync(Newsroom.Dora);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = $"{Desk}/{organisation.Id}";
        (await GiveAsync("lou@")).Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#place");
        (await GiveAsync("lou@example.org", other.Id)).Text(".error").ShouldContain("terminé ou suspendu");
        var article = (await lou.GetAsync($"/{Newsroom.Locked}")).Location!;
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);
        (await GiveAsync("Lou@example.org")).Location.ShouldBe(page + "?fait=1");
        (await lou.GetAsync(article)).Body.ShouldContain(Newsroom.Secret);
        (await site.MailsToAsync("lou@example.org"))[^1].Subject.ShouldBe("Ville de Valmorel vous abonne à Le Courrier");
        (await GiveAsync("lou@example.org")).Text(".error").ShouldBe("Cette personne a déjà une place dans ce contrat.");

        (await GiveAsync("agent@valmorel.example")).Location.ShouldBe(page + "?fait=1");
        (await site.LinkToAsync("agent@valmorel.example")).ShouldStartWith("/organisation/invitation/");
        (await GiveAsync("noe@example.org")).Text(".error").ShouldBe("Plus de place libre");
        (await GiveAsync("autre@valmorel.example")).Text(".error").ShouldBe("Plus de place libre");
        var shown = await dora.GetAsync(page);
        shown.Texts(".entries li strong").ShouldContain("agent@valmorel.example");
        var invitation = shown.Document.QuerySelector("button[name=reprendre]")!.GetAttribute("value")!;
        (await dora.PostAsync(page, ("reprendre", invitation))).Location.ShouldBe(page + "?fait=1");
        (await GiveAsync("noe@example.org")).Location.ShouldBe(page + "?fait=1");
        var seat = (await site.SeatsAsync(contract)).Single(s => s.AccountId == Newsroom.Lou);
        await dora.PostAsync(page, ("oter-place", seat.Id.ToString()));
        (await lou.GetAsync(article)).Body.ShouldNotContain(Newsroom.Secret);

        var acts = await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("organisation.")).OrderBy(a => a.Id).ToListAsync());
        acts.Select(a => (a.What, a.AboutName)).ShouldBe(
            [(OrganisationActs.SeatGiven, "Lou"), (OrganisationActs.Invited, ""), (OrganisationActs.InvitationTakenBack, ""), (OrganisationActs.SeatGiven, "Noé"), (OrganisationActs.SeatWithdrawn, "Lou")]);
        acts.ShouldAllBe(act => act.ByName == "Dora" && !act.Detail.Contains('@'));

        Task<Answer> GiveAsync(string email, Guid? to = null) => dora.PostAsync(page, ("place", email), ("contrat", (to ?? contract.Id).ToString()));
    }

    [Fact]
    public async Task The_newsroom_sees_nothing_of_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync(Desk)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ines.GetAsync("/redaction")).Texts("header nav a").ShouldNotContain("Organismes");
        using var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync(Desk)).Texts("header nav a").ShouldContain("Organismes");
    }
}
