using System.Net;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class MyAccountTests
{
    [Fact]
    public async Task Name_and_language_change_and_show_at_once()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/")).Document.QuerySelector("input[name=nom]")!.GetAttribute("value").ShouldBe("Lou");
        (await lou.PostAsync("/mon-compte/", ("nom", " Lou Martin "), ("langue", "en"))).Location.ShouldBe("/mon-compte/?fait=1");
        var after = await lou.GetAsync("/mon-compte/?fait=1");
        after.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        after.Text("h1").ShouldBe("My account");
        after.Text(".notice").ShouldBe("Saved.");
        after.Document.QuerySelector("input[name=nom]")!.GetAttribute("value").ShouldBe("Lou Martin");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_together()
    {
        await using var site = await Site.OpenAsync();
        using var one = await site.SignInAsync(Newsroom.Lou);
        using var two = await site.SignInAsync(Newsroom.Lou);
        using var three = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        foreach (var browser in new[] { one, two, three, noe })
        {
            (await browser.IsSignedInAsync()).ShouldBeTrue();
        }

        var list = await one.GetAsync("/mon-compte/securite");
        list.Texts("tbody tr").Count.ShouldBe(3);
        list.Texts("tbody strong").ShouldHaveSingleItem().ShouldBe("cet appareil");
        var ended = list.Document.QuerySelector("tbody button")!.GetAttribute("value")!;
        (await one.PostAsync("/mon-compte/securite", ("fin", ended))).Location.ShouldBe("/mon-compte/securite?fait=sessions");
        new[] { await two.IsSignedInAsync(), await three.IsSignedInAsync() }.ShouldBe([true, false], ignoreOrder: true);
        (await one.PostAsync("/mon-compte/securite", ("fin", "autres"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await two.IsSignedInAsync()).ShouldBeFalse();
        (await three.IsSignedInAsync()).ShouldBeFalse();
        (await one.IsSignedInAsync()).ShouldBeTrue();

        var others = await site.DoAsync(db => db.Sessions.Where(s => s.AccountId == Newsroom.Noe).Select(s => s.Id).SingleAsync());
        await one.PostAsync("/mon-compte/securite", ("fin", others.ToString()));
        (await noe.IsSignedInAsync()).ShouldBeTrue();
        (await one.PostAsync("/mon-compte/securite", ("fin", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var other = await site.SignInAsync(Newsroom.Lou);
        (await other.IsSignedInAsync()).ShouldBeTrue();
        var wrong = await lou.PostAsync("/mon-compte/mot-de-passe", ("actuel", "wrong"), ("nouveau", AccountSteps.Better));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text("#actuel-erreur").ShouldBe("Ce n’est pas votre mot de passe.");
        (await lou.PostAsync("/mon-compte/mot-de-passe", ("actuel", AccountSteps.Good), ("nouveau", "short"))).Has("#nouveau-erreur").ShouldBeTrue();
        (await lou.PostAsync("/mon-compte/mot-de-passe", ("actuel", AccountSteps.Good), ("nouveau", AccountSteps.Better))).Location.ShouldBe("/mon-compte/securite?fait=mot-de-passe");
        (await lou.IsSignedInAsync()).ShouldBeTrue();
        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem().Subject.ShouldBe("Votre mot de passe a changé");
    }

    [Fact]
    public async Task Guessing_the_password_within_a_session_is_limited()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        for (var n = 0; n < RequestLimits.ChecksPerAccount; n++)
        {
            (await lou.PostAsync("/mon-compte/supprimer", ("password", "wrong"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await lou.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_new_address_counts_once_confirmed_and_the_old_one_is_told()
    {
        await using var site = await Site.OpenAsync();
        using var browser = await site.RegisterAsync("anais@example.org");
        (await browser.PostAsync("/mon-compte/adresse", ("email", "anais@mairie.example"), ("password", "wrong"))).Has("#password-erreur").ShouldBeTrue();
        (await browser.PostAsync("/mon-compte/adresse", ("email", "anais@mairie.example"), ("password", AccountSteps.Good))).Location.ShouldBe("/mon-compte/securite?fait=adresse");
        var link = await site.LinkToAsync("anais@mairie.example");
        (await site.MailsToAsync("anais@example.org"))[^1].Subject.ShouldBe("Une nouvelle adresse est demandée");
        using var scanner = site.Visitor();
        for (var n = 0; n < 20; n++)
        {
            await scanner.SendAsync(new HttpRequestMessage(n % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, link));
        }

        (await browser.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("anais@example.org");
        (await scanner.PostAsync(link)).Location.ShouldBe("/adresse-changee");
        (await scanner.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("anais@mairie.example");
        (await site.MailsToAsync("anais@example.org"))[^1].Subject.ShouldBe("Votre adresse a changé");
        using var again = site.Visitor();
        (await again.SignInAsync("anais@example.org", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await again.SignInAsync("anais@mairie.example", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_answered_like_any_other_and_its_owner_is_told()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var taken = await lou.PostAsync("/mon-compte/adresse", ("email", "camille@example.org"), ("password", AccountSteps.Good));
        var free = await lou.PostAsync("/mon-compte/adresse", ("email", "free@example.org"), ("password", AccountSteps.Good));
        (taken.Status, taken.Location, taken.Body).ShouldBe((free.Status, free.Location, free.Body));
        (await site.MailsToAsync("camille@example.org")).ShouldHaveSingleItem().Subject.ShouldBe("Cette adresse a déjà un compte");
    }

    [Fact]
    public async Task An_address_taken_in_the_meantime_is_not_given_twice()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.PostAsync("/mon-compte/adresse", ("email", "new@example.org"), ("password", AccountSteps.Good));
        var link = await site.LinkToAsync("new@example.org");
        using var other = await site.RegisterAsync("new@example.org");
        (await other.IsSignedInAsync()).ShouldBeTrue();
        (await lou.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.GetAsync("/mon-compte/")).Text(".intro").ShouldContain("lou@example.org");
    }

    [Theory]
    [InlineData("/mon-compte/mot-de-passe")]
    [InlineData("/mon-compte/adresse")]
    [InlineData("/mon-compte/supprimer")]
    public async Task An_account_without_a_password_is_offered_a_link_to_choose_one(string page)
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(page)).Document.QuerySelector("form[action='/mot-de-passe-oublie'] input")!.GetAttribute("value").ShouldBe("lou@example.org");
        (await lou.PostAsync(page, ("password", ""), ("email", "x@example.org"), ("actuel", ""), ("nouveau", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("/mon-compte/")]
    [InlineData("/mon-compte/securite")]
    [InlineData("/mon-compte/mot-de-passe")]
    [InlineData("/mon-compte/adresse")]
    [InlineData("/mon-compte/donnees")]
    [InlineData("/mon-compte/donnees/export")]
    [InlineData("/mon-compte/supprimer")]
    public async Task Without_a_session_there_is_only_the_way_to_sign_in(string page)
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(page)).Location.ShouldBe("/connexion?retour=" + Uri.EscapeDataString(page));
    }
}
