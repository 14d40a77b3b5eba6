using System.Net;
using System.Text;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations;
using Gazetier.Tests.Features.Accounts;
using Gazetier.Tests.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

/// <summary>Noé looks after the seats of Valmorel.</summary>
public class CockpitTests
{
    [Fact]
    public async Task S_03_a_steward_proves_themself_twice_and_for_others_the_page_does_not_exist()
    {
        await using var site = await Site.OpenAsync();
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        await site.AddContractAsync(organisation);
        var home = $"/organisation/{organisation.Id}";
        string[] pages = [home, home + "/inviter", home + "/lien", home + "/gestionnaires", home + "/acces", home + "/renouvellement", home + "/personnes.csv", $"{home}/places/{organisation.Id}"];
        using var half = await site.SignInAsync(Newsroom.Noe, Proof.Password);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var page in pages)
        {
            (await half.GetAsync(page)).Location.ShouldBe("/mon-compte/securite/second-facteur?retour=" + Uri.EscapeDataString(page));
            (await half.PostAsync(page)).Location.ShouldStartWith("/mon-compte/securite/second-facteur");
            (await lou.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await lou.PostAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await ines.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await half.GetAsync("/mon-compte/securite/second-facteur?retour=%2Forganisation%2F")).Text(".intro").ShouldContain("places de vos collègues");
        await site.GiveAuthenticatorAsync(Newsroom.Noe);
        using var owes = await site.SignInAsync(Newsroom.Noe, Proof.Password);
        (await owes.GetAsync(home)).Location.ShouldBe("/connexion/second-facteur?retour=" + Uri.EscapeDataString(home));
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync("/organisation/")).Location.ShouldBe(home);
        (await noe.GetAsync(home)).Text("h1").ShouldBe(TownHall.Name);
        (await lou.GetAsync("/organisation/")).Text(".notice").ShouldContain("aucun organisme");
    }

    [Fact]
    public async Task A_02_the_cockpit_tells_who_sits_and_since_when_and_nothing_of_what_they_read()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, _) = await OpenAsync(site);
        using var browser = noe;
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.GetAsync($"/{Newsroom.Locked}");
        await lou.GetAsync($"/{Newsroom.ForRegistered}");
        var page = await noe.GetAsync(home);
        page.Text("section .intro").ShouldBe("Du 23 octobre 2026 au 23 octobre 2027. 1 place prise sur 3.");
        page.Texts(".people li").ShouldBe(["Lou lou@example.org Place 1, par le lien partagé, depuis le 23 novembre 2026. Jamais connecté. Retirer ou remplacer lou@example.org"]);
        page.Body.ShouldNotContain("forages");
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignInOn, new DateOnly(2026, 11, 20))));
        (await noe.GetAsync(home)).Text(".people li").ShouldContain("Dernière connexion le 20 novembre 2026.");
        var csv = await noe.GetAsync(home + "/personnes.csv");
        csv.Headers["Content-Type"].ShouldStartWith("text/csv");
        csv.Body.Trim('\uFEFF').Split("\r\n")[1].ShouldMatch(@"^ABO-\w{5}-\w{5};1;Lou;lou@example\.org;par le lien partagé;2026-11-23;2026-11-20$");
        var pack = await noe.GetAsync(home + "/renouvellement");
        pack.Texts(".facts dd")[2].ShouldBe("1 place prise sur 3");
        pack.Texts(".facts dd")[3].ShouldBe("1 personne");
    }

    [Fact]
    public async Task Many_are_invited_at_once_and_each_line_says_what_was_done()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, contract) = await OpenAsync(site);
        using var browser = noe;
        var report = await noe.PostAsync(home + "/inviter", ("contrat", contract.ToString()), ("adresses", "lou@example.org\nmarie@valmorel.example\nmarie@valmorel.example\nmarie@\nanne@valmorel.example\nluc@valmorel.example"));
        report.Texts("tbody tr").ShouldBe(
        [
            "1 lou@example.org A déjà une place", "2 marie@valmorel.example Invitation envoyée", "3 marie@valmorel.example Déjà plus haut dans la liste",
            "4 marie@ Ce n’est pas une adresse entière, comme nom@commune.fr", "5 anne@valmorel.example Invitation envoyée", "6 luc@valmorel.example Plus de place libre",
        ]);
        report.Text(".notice").ShouldBe("2 invitations envoyées. 4 lignes n’ont rien donné.");
        (await site.MailsToAsync("noe@example.org")).Count(mail => mail.Subject.StartsWith("Plus de place libre", StringComparison.Ordinal)).ShouldBe(1);
        (await site.MailsToAsync("anne@valmorel.example")).Count.ShouldBe(1);
        (await noe.PostAsync(home + "/inviter", ("contrat", contract.ToString()), ("adresses", "marie@valmorel.example"))).Text("tbody td:last-child").ShouldContain("Déjà invité");
        (await noe.PostAsync(home + "/inviter", ("contrat", contract.ToString()), ("adresses", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await noe.PostAsync(home + "/inviter", ("contrat", Guid.CreateVersion7().ToString()), ("adresses", "x@valmorel.example"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // Sent again; taken back, its seat is free for another.
        var id = await site.DoAsync(db => db.Invitations.Where(i => i.Email == "anne@valmorel.example").Select(i => i.Id).SingleAsync());
        (await noe.PostAsync(home, ("renvoyer", id.ToString()))).Location.ShouldBe(home + "?fait=renvoi");
        (await site.MailsToAsync("anne@valmorel.example")).Count.ShouldBe(2);
        (await noe.PostAsync(home, ("reprendre", id.ToString()))).Location.ShouldBe(home + "?fait=reprise");
        (await noe.PostAsync(home + "/inviter", ("contrat", contract.ToString()), ("adresses", "luc@valmorel.example"))).Text("tbody td:last-child").ShouldBe("Invitation envoyée");
    }

    [Fact]
    public async Task A_file_of_a_spreadsheet_is_taken_and_one_that_is_too_large_is_not()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, contract) = await OpenAsync(site);
        using var browser = noe;
        byte[] windows = [.. "Nom;Adresse e-mail\r\nHélène;helene@valmorel.example\r\n".Select(sign => (byte)sign)];
        var report = await noe.SendAsync(Upload(windows));
        report.Texts("tbody tr").ShouldBe(["2 helene@valmorel.example Invitation envoyée"]);
        (await site.DoAsync(db => db.Invitations.Select(i => i.Name).SingleAsync())).ShouldBe("Hélène");
        (await noe.SendAsync(Upload(Encoding.UTF8.GetBytes(new string('x', 1024 * 1024 + 1))))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await noe.SendAsync(Upload(new byte[2 * 1024 * 1024]))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await noe.SendAsync(Upload([0x89, 0x50, 0x4E, 0x47, 0, 0, 0xFF, 0xFE, 0x0A, 0x40]))).Status.ShouldNotBe(HttpStatusCode.InternalServerError);

        HttpRequestMessage Upload(byte[] bytes)
        {
            var form = new MultipartFormDataContent { { new StringContent(contract.ToString()), "contrat" }, { new ByteArrayContent(bytes), "fichier", "agents.csv" } };
            var request = new HttpRequestMessage(HttpMethod.Post, home + "/inviter") { Content = form };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return request;
        }
    }

    [Fact]
    public async Task A_seat_is_withdrawn_or_given_to_another_and_both_are_told()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, contract) = await OpenAsync(site, seats: 1);
        using var browser = noe;
        var seat = await site.DoAsync(db => db.Seats.Select(s => s.Id).SingleAsync());
        (await noe.PostAsync($"{home}/places/{seat}", ("email", "personne"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await noe.PostAsync($"{home}/places/{seat}", ("email", "lou@example.org"))).Text(".error").ShouldBe("A déjà une place.");
        // Full, yet the seat goes straight from one to the other.
        (await noe.PostAsync($"{home}/places/{seat}", ("email", "marie@valmorel.example"))).Location.ShouldBe(home + "?fait=echange");
        (await site.MailsToAsync("lou@example.org"))[^1].Subject.ShouldBe("Votre place dans l’abonnement de Ville de Valmorel a pris fin");
        using var marie = site.Visitor();
        (await marie.PostAsync(await site.LinkToAsync("marie@valmorel.example"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var hers = await site.DoAsync(db => db.Seats.Select(s => s.Id).SingleAsync());
        (await noe.PostAsync($"{home}/places/{hers}", ("retirer", "1"))).Location.ShouldBe(home + "?fait=retrait");
        (await site.DoAsync(db => db.Seats.AnyAsync())).ShouldBeFalse();
        (await noe.PostAsync($"{home}/places/{hers}", ("retirer", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await noe.GetAsync(home)).Texts(".people li").ShouldBeEmpty();
        contract.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task A_second_steward_comes_by_mail_and_the_last_one_stays()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, _) = await OpenAsync(site);
        using var browser = noe;
        var page = home + "/gestionnaires";
        (await noe.PostAsync(page, ("retirer", Newsroom.Noe.ToString()))).Text(".error-summary").ShouldContain("toujours une personne");
        (await noe.PostAsync(page, ("email", "noe@example.org"))).Text(".error-summary").ShouldContain("déjà");
        (await noe.PostAsync(page, ("email", "docs"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await noe.PostAsync(page, ("email", "docs@valmorel.example"), ("nom", "Zoé"))).Location.ShouldBe(page + "?fait=ajout");
        using var zoe = site.Visitor();
        (await zoe.PostAsync(await site.LinkToAsync("docs@valmorel.example"))).Location.ShouldBe("/organisation/");
        (await zoe.GetAsync(home)).Location.ShouldStartWith("/mon-compte/securite/second-facteur");
        // Two who remove each other leave one.
        var zoes = await site.DoAsync(db => db.Accounts.Where(a => a.Email == "docs@valmorel.example").Select(a => a.Id).SingleAsync());
        var organisation = await site.DoAsync(db => db.Organisations.Select(o => o.Id).SingleAsync());
        var answers = await Task.WhenAll(new[] { zoes, Newsroom.Noe }.Select(whom => Task.Run(() =>
            site.WithAsync<ChangeStewards, bool>(change => change.RemoveAsync(organisation, whom, null, default)))));
        answers.Count(done => done).ShouldBe(1);
    }

    [Fact]
    public async Task A_steward_asks_the_desk_for_a_domain_and_for_a_quote()
    {
        await using var site = await Site.OpenAsync();
        var (noe, home, _) = await OpenAsync(site);
        using var browser = noe;
        (await noe.PostAsync(home + "/acces", ("domaine", "gmail.com"))).Text(".error").ShouldContain("Chacun peut avoir une adresse");
        (await noe.PostAsync(home + "/acces", ("domaine", "valmorel.fr"))).Location.ShouldBe(home + "/acces?fait=1");
        (await site.DoAsync(db => db.OrganisationDomains.AnyAsync())).ShouldBeFalse();
        (await noe.PostAsync(home + "/renouvellement", ("demande", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await noe.PostAsync(home + "/renouvellement", ("demande", "Vingt places pour 2027"))).Location.ShouldBe(home + "/renouvellement?fait=1");
        var mails = await site.MailsToAsync("dora@example.org");
        mails.Select(mail => mail.Subject).ShouldBe(["Ville de Valmorel demande un domaine", "Ville de Valmorel demande un devis"]);
        mails[1].Text.ShouldContain("Vingt places pour 2027");
    }

    private static async Task<(Browser Noe, string Home, Guid Contract)> OpenAsync(Site site, int seats = 3)
    {
        var organisation = await site.AddOrganisationAsync();
        await site.AddStewardAsync(organisation, Newsroom.Noe);
        var contract = await site.AddContractAsync(organisation, seats);
        await site.ClaimAsync(contract, Newsroom.Lou);
        return (await site.SignInAsync(Newsroom.Noe), $"/organisation/{organisation.Id}", contract.Id);
    }
}
