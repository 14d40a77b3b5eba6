using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class ForgottenPasswordTests
{
    [Fact]
    public async Task Known_and_unknown_addresses_are_answered_alike()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var known = await browser.PostAsync("/mot-de-passe-oublie", ("email", "lou@example.org"));
        var unknown = await browser.PostAsync("/mot-de-passe-oublie", ("email", "nobody@example.org"));
        (known.Status, known.Location, known.Body).ShouldBe((unknown.Status, unknown.Location, unknown.Body));
        (await browser.GetAsync(known.Location!)).Text("main").ShouldContain("Si un compte existe, un message vient d’être envoyé.");
        (await site.DoAsync(db => db.OutgoingMails.CountAsync())).ShouldBe(2);
        (await site.MailsToAsync("nobody@example.org")).ShouldBeEmpty();
        (await site.MailsToAsync("lou@example.org")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_link_sets_a_password_once_ends_all_sessions_and_signs_nobody_in()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var elsewhere = await site.SignInAsync(Newsroom.Lou);
        (await elsewhere.IsSignedInAsync()).ShouldBeTrue();
        using var browser = site.Visitor();
        await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"));
        var signIn = await site.LinkToAsync("lou@example.org");
        await browser.PostAsync("/mot-de-passe-oublie", ("email", "lou@example.org"));
        var link = await site.LinkToAsync("lou@example.org");
        for (var n = 0; n < 20; n++)
        {
            (await browser.SendAsync(new HttpRequestMessage(n % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, link))).Status.ShouldBe(HttpStatusCode.OK);
        }

        var weak = await browser.PostAsync(link, ("password", "azertyuiopqsdfgh"));
        weak.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        weak.Has("#password-erreur").ShouldBeTrue();
        (await browser.PostAsync(link, ("password", AccountSteps.Better))).Location.ShouldBe("/mot-de-passe-change");
        (await browser.IsSignedInAsync()).ShouldBeFalse();
        (await elsewhere.IsSignedInAsync()).ShouldBeFalse();
        (await browser.PostAsync(link, ("password", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync(signIn)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await browser.SignInAsync("lou@example.org", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SignInAsync("lou@example.org", AccountSteps.Better)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.MailsToAsync("lou@example.org")).ShouldContain(mail => mail.Subject == "Votre mot de passe a changé");
    }
}
