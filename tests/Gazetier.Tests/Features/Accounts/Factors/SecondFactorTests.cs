using System.Net;
using System.Text.RegularExpressions;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Audit;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts.Factors;

public class SecondFactorTests
{
    private const string Asked = "/connexion/second-facteur?retour=%2Fredaction";

    [Fact]
    public async Task The_first_visit_of_staff_sets_up_a_factor_and_then_the_newsroom_opens()
    {
        await using var site = await Site.OpenAsync();
        var link = await site.WithAsync<AddAccount, string>(add => add.RunAsync("chef@courrier.example", "Chef", StaffRole.EditorInChief));
        using var browser = site.Visitor();
        (await browser.PostAsync(new Uri(link).AbsolutePath)).Location.ShouldBe("/redaction");
        (await browser.GetAsync("/redaction")).Location.ShouldBe(Asked);
        (await browser.GetAsync(Asked)).Location.ShouldBe("/mon-compte/securite/second-facteur?retour=%2Fredaction");
        var choose = await browser.GetAsync("/mon-compte/securite/second-facteur?retour=%2Fredaction");
        choose.Text(".intro").ShouldContain("La rédaction s’ouvre à qui prouve deux fois");
        choose.Has("a[href='/mon-compte/securite/cles?retour=%2Fredaction']").ShouldBeTrue();

        var page = await browser.GetAsync("/mon-compte/securite/application?retour=%2Fredaction");
        page.Has("svg.qr path").ShouldBeTrue();
        var secret = SecretLetters.Bytes(page.Text("code.secret").Replace(" ", "", StringComparison.Ordinal));
        var closed = page.Document.QuerySelector("input[name=secret]")!.GetAttribute("value")!;
        var wrong = await browser.PostAsync("/mon-compte/securite/application", ("secret", closed), ("code", site.WrongCode(secret)), ("retour", "/redaction"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // The application has the secret already: the page must go on showing this one.
        wrong.Text("code.secret").ShouldBe(page.Text("code.secret"));
        var set = await browser.PostAsync("/mon-compte/securite/application", ("secret", closed), ("code", site.CodeOf(secret)), ("retour", "/redaction"));
        set.Location.ShouldBe("/mon-compte/securite/codes-de-secours?retour=%2Fredaction");

        (await browser.MakeCodesAsync()).Distinct().Count().ShouldBe(10);
        (await browser.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.MailsToAsync("chef@courrier.example")).Select(mail => mail.Subject).Distinct().ShouldBe(["La sécurité de votre compte a changé"]);
        // The code that set it up does not sign in as well.
        using var second = await site.SignInAsync((await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Email == "chef@courrier.example"))).Id, Proof.Password);
        (await second.ProveAsync(site.CodeOf(secret))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_password_alone_reads_and_the_code_opens_the_newsroom()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Ines);
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var browser = site.Visitor();
        var answer = await browser.PostAsync("/connexion", ("email", "ines@example.org"), ("password", AccountSteps.Good), ("retour", "/3/le-syndicat-coupe-deux-forages/"));
        answer.Location.ShouldBe("/connexion/second-facteur?retour=%2F3%2Fle-syndicat-coupe-deux-forages%2F");
        (await browser.GetAsync(answer.Location!)).Document.QuerySelector(".actions a")!.GetAttribute("href").ShouldBe("/3/le-syndicat-coupe-deux-forages/");
        (await browser.GetAsync("/3/le-syndicat-coupe-deux-forages/")).Body.ShouldContain(Newsroom.Secret);
        (await browser.GetAsync("/redaction")).Location.ShouldBe(Asked);
        (await browser.GetAsync("/mon-compte/")).Location.ShouldBe("/connexion/second-facteur?retour=%2Fmon-compte%2F");
        (await browser.GetAsync("/mon-compte/donnees/export")).Location!.ShouldStartWith(FactorSteps.Page);
        var before = browser.Cookies.GetAllCookies()["session"]!.Value;

        (await browser.ProveAsync(site.CodeOf(secret))).Location.ShouldBe("/redaction");

        (await browser.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.IsSignedInAsync()).ShouldBeTrue();
        browser.Cookies.GetAllCookies()["session"]!.Value.ShouldNotBe(before, "a proven session has a new token");
        var session = await site.DoAsync(db => db.Sessions.SingleAsync(s => s.AccountId == Newsroom.Ines));
        (session.Proof, session.ProvenAt).ShouldBe((Proof.TimeCode, site.Now));
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == ActNames.SignedIn))).ByName.ShouldBe("Inès");
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        await using var site = await Site.OpenAsync();
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        Browser[] browsers = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SignInAsync(Newsroom.Ines, Proof.Password)))];
        var answers = await Task.WhenAll(browsers.Select(browser => browser.ProveAsync(site.CodeOf(secret))));
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.Redirect).ShouldAllBe(a => a.Text("#code-erreur") == "Ce n’est pas le bon code, ou il a déjà servi.");
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        using var later = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await later.ProveAsync(site.CodeOf(secret))).Location.ShouldBe("/redaction");
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_its_owner_is_told()
    {
        await using var site = await Site.OpenAsync();
        await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var codes = await ines.MakeCodesAsync();
        using var first = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await first.ProveAsync(codes[3].ToLowerInvariant())).Location.ShouldBe("/redaction");
        using var second = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await second.ProveAsync(codes[3])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await first.GetAsync("/mon-compte/securite")).Text("main").ShouldContain("9 codes restants");
        (await site.MailsToAsync("ines@example.org"))[^1].Text.ShouldContain("un code de secours a servi");
        (await first.MakeCodesAsync()).Count.ShouldBe(10);
        (await second.ProveAsync(codes[4])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "new codes make the old ones void");
        (await site.DoAsync(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync())).ShouldAllBe(hash => hash.Length == 64 && !codes.Contains(hash));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_answered_alike()
    {
        await using var site = await Site.OpenAsync();
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var ines = await site.SignInAsync(Newsroom.Ines, Proof.Link);
        var bodies = new List<string>();
        foreach (var typed in new[] { site.WrongCode(secret), "abc", RecoveryCode.New(), "" })
        {
            var answer = await ines.ProveAsync(typed);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            bodies.Add(Regex.Replace(answer.Body, "value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        var passkey = await ines.PostAsync(FactorSteps.Page, ("reponse", "{}"), ("retour", "/redaction"));
        passkey.Text("#code-erreur").ShouldBe("Ce n’est pas le bon code, ou il a déjà servi.");
        bodies.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Guessing_is_slowed_down_the_owner_is_told_and_not_locked_out()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        await site.GivePasswordAsync(Newsroom.Ines);
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var own = site.Visitor();
        await own.SignInAsync("ines@example.org", AccountSteps.Good, "192.0.2.1");
        (await own.ProveAsync(site.CodeOf(secret))).Location.ShouldBe("/redaction");
        var codes = await own.MakeCodesAsync();

        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 10; n++)
        {
            using var thief = await site.SignInAsync(Newsroom.Ines, Proof.Password);
            for (var guess = 0; guess < CodeThrottle.PairLimit + 1; guess++)
            {
                statuses.Add((await FromAsync(thief, $"198.51.{n}.1", site.WrongCode(secret))).Status);
            }
        }

        statuses[..6].ShouldBe([.. Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 5), HttpStatusCode.TooManyRequests]);
        statuses.Count(s => s == HttpStatusCode.UnprocessableEntity).ShouldBe(CodeThrottle.StrangersLimit);
        (await site.MailsToAsync("ines@example.org")).Count(mail => mail.Subject == "Quelqu’un essaie d’entrer dans votre compte").ShouldBe(1);

        // From elsewhere not even the right code counts now; a recovery code does, and her own browser's code.
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        using var stranger = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await FromAsync(stranger, "203.0.113.1", site.CodeOf(secret))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await FromAsync(stranger, "203.0.113.1", codes[0])).Location.ShouldBe("/redaction");
        await own.PostAsync("/deconnexion");
        await own.SignInAsync("ines@example.org", AccountSteps.Good, "203.0.113.7");
        (await FromAsync(own, "203.0.113.7", site.CodeOf(secret))).Location.ShouldBe("/redaction");
    }

    [Fact]
    public async Task Staff_who_were_away_for_twelve_hours_prove_it_again_and_after_a_week_in_any_case()
    {
        await using var site = await Site.OpenAsync();
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        site.Clock.Advance(SignedIn.StaffIdleLimit - TimeSpan.FromMinutes(5));
        (await ines.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(SignedIn.StaffIdleLimit + TimeSpan.FromMinutes(5));
        (await ines.GetAsync("/redaction")).Location.ShouldBe(Asked);
        // Being asked is not being back.
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        (await ines.GetAsync("/redaction")).Location.ShouldBe(Asked);
        (await ines.ProveAsync(site.CodeOf(secret))).Location.ShouldBe("/redaction");
        for (var hours = 0; hours < 7 * 24; hours += 8)
        {
            (await ines.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
            site.Clock.Advance(TimeSpan.FromHours(8));
        }

        (await ines.GetAsync("/redaction")).Location.ShouldBe(Asked);
    }

    [Fact]
    public async Task What_touches_security_asks_again_after_a_quarter_of_an_hour()
    {
        await using var site = await Site.OpenAsync();
        var secret = await site.GiveAuthenticatorAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        string[] pages = ["/mon-compte/securite/cles", "/mon-compte/securite/application", "/mon-compte/securite/codes-de-secours", "/mon-compte/securite/retirer?application=1"];
        foreach (var page in pages)
        {
            (await lou.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK, page);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(16));
        foreach (var page in pages)
        {
            (await lou.GetAsync(page)).Location.ShouldBe("/connexion/second-facteur?retour=" + Uri.EscapeDataString(page), page);
        }

        (await lou.ProveAsync(site.CodeOf(secret), pages[3])).Location.ShouldBe(pages[3]);
        (await lou.PostAsync("/mon-compte/securite/retirer")).Location.ShouldBe("/mon-compte/securite?fait=retire");
        (await site.MailsToAsync("lou@example.org"))[^1].Text.ShouldContain("l’application de codes a été retirée");
        using var again = await site.SignInAsync(Newsroom.Lou, Proof.Password);
        (await again.IsSignedInAsync()).ShouldBeTrue("a reader without a second factor owes none");
    }

    [Fact]
    public async Task A_reader_without_a_factor_gives_the_password_before_adding_one()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou, proof: null);
        var asked = (await lou.GetAsync("/mon-compte/securite/application")).Location!;
        asked.ShouldStartWith(FactorSteps.Page);
        (await lou.GetAsync(asked)).Has("input[type=password]").ShouldBeTrue();
        (await lou.PostAsync(FactorSteps.Page, ("password", "wrong"))).Text("#password-erreur").ShouldBe("Ce n’est pas votre mot de passe.");
        (await lou.PostAsync(FactorSteps.Page, ("password", AccountSteps.Good), ("retour", "/mon-compte/securite/application"))).Location.ShouldBe("/mon-compte/securite/application");
        (await lou.GetAsync("/mon-compte/securite/application")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Staff_keep_one_factor_at_least()
    {
        await using var site = await Site.OpenAsync();
        await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync("/mon-compte/securite/retirer");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text(".error-summary").ShouldContain("C’est votre seule preuve");
        (await site.DoAsync(db => db.Authenticators.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_script_is_told_by_a_status_and_not_led_to_a_page()
    {
        await using var site = await Site.OpenAsync();
        using var half = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        using var visitor = site.Visitor();
        foreach (var (browser, status) in new[] { (half, HttpStatusCode.Forbidden), (visitor, HttpStatusCode.Unauthorized) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/redaction");
            request.Headers.Add("Sec-Fetch-Mode", "cors");
            (await browser.SendAsync(request)).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Of_staff_each_browser_counts_as_a_device_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        await site.GivePasswordAsync(Newsroom.Ines);
        using var own = site.Visitor();
        await own.SignInAsync("ines@example.org", AccountSteps.Good);
        await own.PostAsync("/deconnexion");
        await own.SignInAsync("ines@example.org", AccountSteps.Good);
        (await site.MailsToAsync("ines@example.org")).ShouldBeEmpty();
        using var twin = site.Visitor();
        await twin.SignInAsync("ines@example.org", AccountSteps.Good);
        (await site.MailsToAsync("ines@example.org")).ShouldHaveSingleItem().Subject.ShouldBe("Connexion depuis un nouvel appareil");
    }

    [Fact]
    public async Task A_secret_of_another_account_is_no_offer()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        var offer = await lou.GetAsync("/mon-compte/securite/application");
        var secret = SecretLetters.Bytes(offer.Text("code.secret").Replace(" ", "", StringComparison.Ordinal));
        var closed = offer.Document.QuerySelector("input[name=secret]")!.GetAttribute("value")!;
        (await noe.PostAsync("/mon-compte/securite/application", ("secret", closed), ("code", site.CodeOf(secret)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.Authenticators.CountAsync())).ShouldBe(0);
    }

    private static Task<Answer> FromAsync(Browser browser, string address, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, FactorSteps.Page)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("code", code), KeyValuePair.Create("retour", "/redaction")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Test-Address", address);
        return browser.SendAsync(request);
    }
}
