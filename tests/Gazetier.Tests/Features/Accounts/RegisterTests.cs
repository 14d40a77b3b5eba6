using System.Net;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class RegisterTests
{
    [Fact]
    public async Task A_reader_registers_confirms_by_the_button_and_is_signed_in()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var asked = await browser.PostAsync("/inscription", ("email", " Anais@Mairie.Example "), ("password", AccountSteps.Good), ("nom", "Anaïs"));
        asked.Location.ShouldBe("/inscription/verifiez-vos-mails");
        (await browser.GetAsync(asked.Location!)).Text("h1").ShouldBe("Vérifiez vos messages");
        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Email == "anais@mairie.example"))).ShouldBeFalse();

        var link = await site.LinkToAsync("anais@mairie.example");
        link.ShouldStartWith("/inscription/confirmer/");
        (await browser.GetAsync(link)).Text("main p").ShouldContain("anais@mairie.example");
        var confirmed = await browser.PostAsync(link);
        confirmed.Location.ShouldBe("/mon-compte/ma-gazette?bienvenue=1");
        (await browser.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("anais@mairie.example");

        using var other = site.Visitor();
        (await other.SignInAsync("ANAIS@mairie.example", AccountSteps.Good)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Known_and_unknown_addresses_are_answered_alike_and_the_mail_tells()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var known = await browser.PostAsync("/inscription", ("email", "lou@example.org"), ("password", AccountSteps.Good));
        var unknown = await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good));
        (known.Status, known.Location, known.Body).ShouldBe((unknown.Status, unknown.Location, unknown.Body));
        known.Headers.Keys.Order().ShouldBe(unknown.Headers.Keys.Order());
        (await site.DoAsync(db => db.Registrations.CountAsync())).ShouldBe(2);

        (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem().Subject.ShouldBe("Vous avez déjà un compte");
        (await site.MailsToAsync("new@example.org")).ShouldHaveSingleItem().Subject.ShouldBe("Confirmez votre inscription");
        using var lou = site.Visitor();
        await lou.PostAsync(await site.LinkToAsync("lou@example.org"));
        (await lou.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("lou@example.org");
        using var thief = site.Visitor();
        (await thief.SignInAsync("lou@example.org", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Landing_on_the_link_changes_nothing_and_the_button_works_once()
    {
        await using var site = await Site.OpenAsync();
        using var scanner = site.Visitor();
        await scanner.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good));
        var link = await site.LinkToAsync("new@example.org");
        for (var n = 0; n < 10; n++)
        {
            (await scanner.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
            await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        }

        (await site.DoAsync(db => db.Accounts.AnyAsync(a => a.Email == "new@example.org"))).ShouldBeFalse();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = site.Visitor();
            return (await browser.PostAsync(link, ("password", AccountSteps.Better))).Status;
        }));
        answers.Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
        (await scanner.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email == "new@example.org"))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_registrations_of_one_address_make_one_account()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good));
        var first = await site.LinkToAsync("new@example.org");
        await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Better));
        var second = await site.LinkToAsync("new@example.org");
        var answers = await Task.WhenAll(new[] { first, second }.Select(async link =>
        {
            using var another = site.Visitor();
            return (await another.PostAsync(link, ("password", AccountSteps.Better))).Status;
        }));
        answers.ShouldAllBe(status => status == HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email == "new@example.org"))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_confirms_in_another_browser_chooses_the_password_there()
    {
        await using var site = await Site.OpenAsync();
        using var stranger = site.Visitor();
        await stranger.PostAsync("/inscription", ("email", "anais@mairie.example"), ("password", AccountSteps.Good));
        var link = await site.LinkToAsync("anais@mairie.example");
        (await stranger.GetAsync(link)).Has("input[name=password]").ShouldBeFalse();

        using var anais = site.Visitor();
        (await anais.GetAsync(link)).Has("input[name=password][type=password]").ShouldBeTrue();
        var refused = await anais.PostAsync(link, ("password", "court"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts(".error-summary a").ShouldHaveSingleItem();
        (await anais.PostAsync(link, ("password", AccountSteps.Better))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await stranger.SignInAsync("anais@mairie.example", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stranger.SignInAsync("anais@mairie.example", AccountSteps.Better)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_link_leads_back_to_the_article_and_never_elsewhere()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        (await browser.GetAsync("/inscription?retour=/3/le-syndicat/")).Document.QuerySelector("input[name=retour]")!.GetAttribute("value").ShouldBe("/3/le-syndicat/");
        await browser.PostAsync("/inscription", ("email", "a@example.org"), ("password", AccountSteps.Good), ("retour", "/3/le-syndicat/"));
        (await browser.PostAsync(await site.LinkToAsync("a@example.org"))).Location.ShouldBe("/3/le-syndicat/");
        using var other = site.Visitor();
        await other.PostAsync("/inscription", ("email", "b@example.org"), ("password", AccountSteps.Good), ("retour", "//evil.example/"));
        (await other.PostAsync(await site.LinkToAsync("b@example.org"))).Location.ShouldBe("/mon-compte/ma-gazette?bienvenue=1");
    }

    [Fact]
    public async Task A_link_is_over_after_two_days_and_the_registration_is_forgotten()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good));
        var link = await site.LinkToAsync("new@example.org");
        site.Clock.Advance(TimeSpan.FromHours(49));
        (await browser.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.WithAsync<ForgetOld, bool>(async forget =>
        {
            await forget.RunAsync(CancellationToken.None);
            return true;
        });
        (await site.DoAsync(db => db.Registrations.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_each_field_and_first_in_the_title()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var answer = await browser.PostAsync("/inscription", ("email", "lou"), ("password", "motdepassemotdepasse"), ("nom", new string('x', 101)));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Document.Title!.ShouldStartWith("Erreur\u00A0: ");
        answer.Texts(".error-summary a").Count.ShouldBe(3);
        foreach (var link in answer.Document.QuerySelectorAll(".error-summary a"))
        {
            answer.Has(link.GetAttribute("href")!).ShouldBeTrue();
        }

        answer.Document.QuerySelector("input[name=email]")!.GetAttribute("value").ShouldBe("lou");
        answer.Document.QuerySelector("input[name=password]")!.GetAttribute("value").ShouldBeNull();
        (await site.DoAsync(db => db.OutgoingMails.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mistyped_webmail_is_doubted_once()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var doubted = await browser.PostAsync("/inscription", ("email", "lou@gmial.com"), ("password", AccountSteps.Good));
        doubted.Text("#email-erreur").ShouldContain("lou@gmail.com");
        doubted.Text("#password-erreur").ShouldBe("Retapez aussi votre mot de passe.");
        var sure = doubted.Document.QuerySelector("input[name=certain]")!.GetAttribute("value")!;
        (await browser.PostAsync("/inscription", ("email", "lou@gmial.com"), ("password", AccountSteps.Good), ("certain", sure)))
            .Location.ShouldBe("/inscription/verifiez-vos-mails");
    }

    [Fact]
    public async Task An_address_is_sent_five_mails_an_hour_and_a_network_registers_thirty_times()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        for (var n = 0; n < RequestLimits.RegistrationsPerNetwork; n++)
        {
            (await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await browser.PostAsync("/inscription", ("email", "new@example.org"), ("password", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await site.MailsToAsync("new@example.org")).Count.ShouldBe(RequestLimits.MailsPerAddress);
    }
}
