using System.Net;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class SignInTests
{
    [Fact]
    public async Task A_right_password_signs_in_and_leads_back()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var browser = site.Visitor();
        (await browser.GetAsync("/mon-compte/securite")).Location.ShouldBe("/connexion?retour=%2Fmon-compte%2Fsecurite");
        var answer = await browser.PostAsync("/connexion", ("email", "Lou@Example.org "), ("password", AccountSteps.Good), ("retour", "/thèmes/l eau/"));
        answer.Location.ShouldBe("/th%C3%A8mes/l%20eau/");
        answer.Headers["Set-Cookie"].ShouldContain("httponly");
        answer.Headers["Set-Cookie"].ShouldContain("max-age");
        (await browser.GetAsync("/connexion")).Location.ShouldBe("/mon-compte/");
    }

    [Fact]
    public async Task Every_failed_sign_in_has_the_same_status_and_sentence()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        var bodies = new List<string>();
        foreach (var (email, password) in new[] { ("lou@example.org", "wrong"), ("nobody@example.org", "wrong"), ("noe@example.org", "wrong"), ("noe@example.org", "") })
        {
            using var browser = site.Visitor();
            var answer = await browser.SignInAsync(email, password);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Text("#email-erreur").ShouldBe("Identifiant et/ou mot de passe non valides");
            answer.Document.Title!.ShouldStartWith("Erreur\u00A0: ");
            bodies.Add(answer.Body.Replace(email, "", StringComparison.Ordinal));
        }

        bodies.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mailed_link_is_promised_to_all_and_sent_to_who_has_an_account()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        var known = await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("password", ""), ("par", "lien"), ("retour", "/3/x/"));
        var unknown = await browser.PostAsync("/connexion", ("email", "nobody@example.org"), ("password", ""), ("par", "lien"), ("retour", "/3/x/"));
        (known.Status, known.Location, known.Body).ShouldBe((unknown.Status, unknown.Location, unknown.Body));
        (await browser.GetAsync(known.Location!)).Text("main [role=status]").ShouldBe("Si un compte existe, un message vient d’être envoyé.");
        (await site.MailsToAsync("nobody@example.org")).ShouldBeEmpty();

        var link = await site.LinkToAsync("lou@example.org");
        for (var n = 0; n < 10; n++)
        {
            (await browser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
            await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        }

        (await browser.IsSignedInAsync()).ShouldBeFalse();
        (await browser.PostAsync(link)).Location.ShouldBe("/3/x/");
        (await browser.IsSignedInAsync()).ShouldBeTrue();
        using var second = site.Visitor();
        (await second.PostAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_is_over_after_an_hour()
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"));
        var link = await site.LinkToAsync("lou@example.org");
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        (await browser.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync(link)).Text("h1").ShouldBe("Ce lien ne fonctionne plus");
    }

    [Theory]
    [InlineData("/connexion/lien/")]
    [InlineData("/inscription/confirmer/")]
    [InlineData("/mot-de-passe/")]
    [InlineData("/mon-adresse/")]
    public async Task A_token_that_is_none_opens_nothing(string path)
    {
        await using var site = await Site.OpenAsync();
        using var browser = site.Visitor();
        foreach (var token in new[] { "x", SessionCookie.NewToken(), "%27%20OR%201=1--", new string('a', 3000) })
        {
            (await browser.GetAsync(path + token)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.PostAsync(path + token, ("password", AccountSteps.Good))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Attempts_are_limited_without_locking_the_reader_out()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = site.Visitor();
        (await lou.SignInAsync("lou@example.org", AccountSteps.Good, "192.0.2.1")).Status.ShouldBe(HttpStatusCode.Redirect);

        using var attacker = site.Visitor();
        var answers = new List<Answer>();
        for (var n = 0; n < 12; n++)
        {
            answers.Add(await attacker.SignInAsync("lou@example.org", $"guess {n}", $"203.0.113.{n}"));
        }

        answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(10);
        answers[^1].Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[^1].Has("button[name=par][value=lien]").ShouldBeTrue();
        answers[^1].Headers.ShouldContainKey("Retry-After");
        // Even the right password is not looked at from there.
        (await attacker.SignInAsync("lou@example.org", AccountSteps.Good, "203.0.113.9")).Status.ShouldBe(HttpStatusCode.TooManyRequests);

        using var phone = site.Visitor();
        (await phone.SignInAsync("lou@example.org", AccountSteps.Good, "198.51.100.1")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lou.SignInAsync("lou@example.org", AccountSteps.Good, "203.0.113.1")).Status.ShouldBe(HttpStatusCode.Redirect);
        using var patient = site.Visitor();
        site.Clock.Advance(SignInThrottle.Window);
        (await patient.SignInAsync("lou@example.org", AccountSteps.Good, "203.0.113.9")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_unknown_address_is_throttled_like_a_known_one()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        await site.GivePasswordAsync(Newsroom.Lou);
        async Task<HttpStatusCode[]> TryAsync(string email, string from)
        {
            using var browser = site.Visitor();
            var statuses = new HttpStatusCode[12];
            for (var n = 0; n < statuses.Length; n++)
            {
                statuses[n] = (await browser.SignInAsync(email, "wrong", from)).Status;
            }

            return statuses;
        }

        (await TryAsync("lou@example.org", "203.0.113.1")).ShouldBe(await TryAsync("nobody@example.org", "198.51.100.1"));
    }

    [Fact]
    public async Task Each_sign_in_gets_a_new_token_and_ends_the_old_session_of_the_browser()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var browser = site.Visitor();
        await browser.SignInAsync("lou@example.org", AccountSteps.Good);
        var old = browser.Cookies.GetAllCookies().Single().Value;
        await browser.SignInAsync("lou@example.org", AccountSteps.Good);
        browser.Cookies.GetAllCookies().Single().Value.ShouldNotBe(old);
        using var thief = site.Visitor();
        thief.Cookies.Add(new Cookie("session", old, "/", "localhost"));
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_device_is_told_by_mail_and_a_known_one_is_not()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var browser = site.Visitor();
        await browser.SignInAsync("lou@example.org", AccountSteps.Good);
        await browser.PostAsync("/deconnexion");
        await browser.SignInAsync("lou@example.org", AccountSteps.Good);
        (await site.MailsToAsync("lou@example.org")).ShouldBeEmpty();
        using var phone = site.Visitor();
        await phone.SignInAsync("lou@example.org", AccountSteps.Good, agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1");
        var mail = (await site.MailsToAsync("lou@example.org")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Connexion depuis un nouvel appareil");
        mail.Text.ShouldContain("Safari, iPhone, le 23 novembre 2026 à 05:30");
    }

    [Fact]
    public async Task A_reader_who_is_not_to_be_remembered_gets_a_cookie_that_goes_with_the_browser()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var browser = site.Visitor();
        var form = await browser.GetAsync("/connexion");
        form.Has("input[name=rester][type=checkbox][checked]").ShouldBeTrue();
        var answer = await browser.PostAsync("/connexion", ("email", "lou@example.org"), ("password", AccountSteps.Good), ("rester", "non"));
        answer.Headers["Set-Cookie"].ShouldNotContain("max-age");
        site.Clock.Advance(OpenSession.ShortLifetime);
        (await browser.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        site.Clock.Advance(SessionCookie.IdleLimit - TimeSpan.FromHours(1));
        (await lou.IsSignedInAsync()).ShouldBeTrue();
        site.Clock.Advance(SessionCookie.IdleLimit - TimeSpan.FromHours(1));
        (await lou.IsSignedInAsync()).ShouldBeTrue();
        site.Clock.Advance(SessionCookie.IdleLimit + TimeSpan.FromHours(1));
        (await lou.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once_and_asks_first()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var token = lou.Cookies.GetAllCookies().Single().Value;
        (await lou.GetAsync("/deconnexion")).Has("form[method=post] button").ShouldBeTrue();
        (await lou.IsSignedInAsync()).ShouldBeTrue();
        (await lou.PostAsync("/deconnexion")).Location.ShouldBe("/");
        using var thief = site.Visitor();
        thief.Cookies.Add(new Cookie("session", token, "/", "localhost"));
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_old_hash_is_replaced_when_its_password_is_right()
    {
        await using var site = await Site.OpenAsync();
        using var argon = new Konscious.Security.Cryptography.Argon2id(System.Text.Encoding.UTF8.GetBytes(AccountSteps.Good))
        {
            Salt = new byte[16],
            MemorySize = 64,
            Iterations = 1,
            DegreeOfParallelism = 1,
        };
        var old = $"$argon2id$v=19$m=64,t=1,p=1${Convert.ToBase64String(new byte[16])}${Convert.ToBase64String(await argon.GetBytesAsync(32))}";
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, old)));
        using var browser = site.Visitor();
        (await browser.SignInAsync("lou@example.org", AccountSteps.Good)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).Select(a => a.PasswordHash).SingleAsync()))!.ShouldStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
