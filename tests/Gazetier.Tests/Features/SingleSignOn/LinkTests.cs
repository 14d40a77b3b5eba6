using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>P-04: an identity is tied to an account after a fresh proof that the account is its reader's, and never by the address alone.</summary>
public class LinkTests
{
    private const string Page = "/connexion/relier";
    private const string Mine = "/mon-compte/securite/fournisseurs";

    [Fact]
    public async Task An_address_that_has_an_account_opens_it_to_nobody()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var visitor = site.Visitor();
        twin.Agent = Agent.Lou;
        (await visitor.GoAsync(twin, "proconnect", ("retour", "/3/x/"))).Location.ShouldBe(Page);
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        var page = await visitor.GetAsync(Page);
        page.Text("h1").ShouldBe("Relier ProConnect à votre compte");
        page.Text(".form-page header p").ShouldStartWith("L’adresse lou@example.org a déjà un compte ici.");
        page.Document.QuerySelector("form[action='/connexion'] input[name=retour]")!.GetAttribute("value").ShouldBe(Page);
        (await visitor.PostAsync(Page)).Location.ShouldBe(Page);
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();

        // By the password of the account, it does.
        (await visitor.PostAsync("/connexion", ("email", "lou@example.org"), ("password", AccountSteps.Good), ("retour", Page))).Location.ShouldBe(Page);
        (await visitor.GetAsync(Page)).Text("form p").ShouldBe("Compte lou@example.org");
        (await visitor.PostAsync(Page)).Location.ShouldBe("/3/x/");
        (await visitor.GetAsync(Page)).Location.ShouldBe("/connexion");
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).AccountId.ShouldBe(Newsroom.Lou);
        var mail = (await site.MailsToAsync("lou@example.org"))[^1];
        mail.Subject.ShouldBe("La sécurité de votre compte a changé");
        mail.Text.ShouldContain("ouvre désormais votre compte");
        mail.Text.ShouldContain("ProConnect");

        using var next = site.Visitor();
        (await next.GoAsync(twin)).Location.ShouldBe("/");
        (await next.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_mailed_link_is_a_proof_too_in_the_browser_where_the_identity_waits()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Agent = Agent.Lou;
        await visitor.GoAsync(twin);
        await visitor.PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"), ("retour", Page));
        var link = await site.LinkToAsync("lou@example.org");
        using var elsewhere = site.Visitor();
        twin.Clock.Advance(TimeSpan.FromMinutes(1));
        (await visitor.PostAsync(link)).Location.ShouldBe(Page);
        (await visitor.PostAsync(Page)).Location.ShouldBe("/");
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).AccountId.ShouldBe(Newsroom.Lou);
        (await elsewhere.GetAsync(Page)).Location.ShouldBe("/connexion");
    }

    [Fact]
    public async Task Who_was_signed_in_long_ago_proves_it_again()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou, Proof.Password);
        twin.Clock.Advance(TimeSpan.FromHours(2));
        twin.Agent = Agent.Lou;
        (await lou.GoAsync(twin)).Location.ShouldBe(Page);
        (await lou.GetAsync(Page)).Location.ShouldBe("/connexion/second-facteur?retour=" + Uri.EscapeDataString(Page));
        (await lou.PostAsync(Page)).Location!.ShouldStartWith("/connexion/second-facteur");
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_that_a_provider_opened_links_no_other_identity()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var awa = site.Visitor();
        await awa.GoAsync(twin);
        (await awa.PostAsync("/connexion/sso/proconnect", ("relier", "oui"))).Location!.ShouldStartWith("/connexion/second-facteur");
        twin.Agent = Agent.Lou;
        (await awa.GoAsync(twin)).Location.ShouldBe(Page);
        (await awa.PostAsync(Page)).Location!.ShouldStartWith("/connexion/second-facteur");
    }

    [Fact]
    public async Task What_waits_is_over_after_an_hour()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Agent = Agent.Lou;
        await visitor.GoAsync(twin);
        twin.Clock.Advance(TimeSpan.FromMinutes(61));
        (await visitor.GetAsync(Page)).Location.ShouldBe("/connexion");
    }

    [Theory]
    [InlineData("nouvelle@example.org", "Confirmez votre inscription")]
    [InlineData("lou@example.org", "Vous avez déjà un compte")]
    public async Task An_address_that_nobody_answers_for_is_confirmed_by_mail_and_known_and_unknown_get_the_same_answer(string email, string subject)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        twin.IsPlain = true;
        await using var site = await twin.OpenSiteAsync(null, SignOnSteps.Mairie);
        using var visitor = site.Visitor();
        twin.Agent = new Agent("x", email, IsEmailVerified: false);
        (await visitor.GoAsync(twin, "mairie")).Location.ShouldBe("/inscription/verifiez-vos-mails");
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        (await site.MailsToAsync(email)).ShouldHaveSingleItem().Subject.ShouldBe(subject);
        (await visitor.PostAsync(await site.LinkToAsync(email))).Location.ShouldBe(Page);
        (await visitor.PostAsync(Page)).Location.ShouldBe("/");
        var identity = await site.DoAsync(db => db.LinkedIdentities.SingleAsync());
        (await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Email == email))).ShouldSatisfyAllConditions(a => a.Id.ShouldBe(identity.AccountId), a => a.PasswordHash.ShouldBeNull());
        using var next = site.Visitor();
        (await next.GoAsync(twin, "mairie")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Without_an_address_the_reader_signs_in_or_registers_first()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        twin.IsPlain = true;
        await using var site = await twin.OpenSiteAsync(null, SignOnSteps.Mairie);
        using var visitor = site.Visitor();
        twin.Agent = new Agent("x", null);
        (await visitor.GoAsync(twin, "mairie")).Location.ShouldBe(Page);
        var page = await visitor.GetAsync(Page);
        page.Text(".form-page header p").ShouldStartWith("Mairie de Valmorel ne nous a pas donné votre adresse.");
        page.Has("a[href^='/inscription?retour=']").ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_links_and_takes_off_a_provider_and_is_told_by_mail()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/securite")).Has($"a[href='{Mine}']").ShouldBeTrue();
        (await lou.GoAsync(twin, "proconnect", ("relier", "oui"))).Location.ShouldBe(Mine + "?fait=relie");
        var page = await lou.GetAsync(Mine + "?fait=relie");
        page.Text("[role=status]").ShouldBe("C’est relié.");
        page.Text(".factors li").ShouldContain("SIRET " + Agent.Valmorel);
        (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem();

        var id = page.Document.QuerySelector("button[name=retirer]")!.GetAttribute("value")!;
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync(Mine, ("retirer", id))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lou.PostAsync(Mine, ("retirer", id))).Location.ShouldBe(Mine + "?fait=retire");
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
        (await site.MailsToAsync("lou@example.org")).ShouldContain(mail => mail.Text.Contains("n’ouvre plus votre compte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_identity_opens_one_account_and_is_given_to_no_other()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.GoAsync(twin, "proconnect", ("relier", "oui"));
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var answer = await camille.GoAsync(twin, "proconnect", ("relier", "oui"));
        answer.Location.ShouldBe(Mine + "?sso=pris&fournisseur=proconnect");
        (await camille.GetAsync(answer.Location!)).Text("[role=alert]").ShouldStartWith("Cette identité de ProConnect ouvre déjà un autre compte.");
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).AccountId.ShouldBe(Newsroom.Lou);
    }

    [Fact]
    public async Task Who_comes_back_as_somebody_else_links_nothing()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var (back, _) = await twin.AskAsync(await lou.LeaveAsync("proconnect", ("relier", "oui")));
        await lou.PostAsync("/deconnexion");
        (await lou.GetAsync(back!)).Location!.ShouldStartWith("/connexion?retour=");
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_staff_it_is_recorded()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.GoAsync(twin, "proconnect", ("relier", "oui"));
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "provider.linked"))).Detail.ShouldBe("ProConnect");
    }
}
