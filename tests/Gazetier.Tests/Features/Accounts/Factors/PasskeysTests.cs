using System.Net;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts.Factors;

public class PasskeysTests
{
    private const string Keys = "/mon-compte/securite/cles";

    [Fact]
    public async Task A_passkey_opens_the_newsroom_without_a_password()
    {
        await using var site = await Site.OpenAsync();
        using var device = new PasskeyDevice();
        await EnrolAsync(site, device, Newsroom.Ines, "Mon téléphone <b>");
        using var browser = site.Visitor();
        (await SignInAsync(browser, device)).Location.ShouldBe("/redaction");
        (await browser.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(Keys)).Text(".factors strong").ShouldBe("Mon téléphone <b>");
        (await site.MailsToAsync("ines@example.org"))[0].Text.ShouldContain("une clé d’accès a été ajoutée");
        var session = await site.DoAsync(db => db.Sessions.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).FirstAsync());
        session.Proof.ShouldBe(Proof.Passkey);
    }

    [Fact]
    public async Task A_passkey_is_the_second_factor_of_its_own_account_only()
    {
        await using var site = await Site.OpenAsync();
        using var device = new PasskeyDevice();
        await EnrolAsync(site, device, Newsroom.Ines);
        using var others = new PasskeyDevice();
        await EnrolAsync(site, others, Newsroom.Lou);
        using var half = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await half.GetAsync(FactorSteps.Page + "?retour=/redaction")).Has("[data-passkey=get]").ShouldBeTrue();
        (await PostAsync(half, FactorSteps.Page, others.Prove(await AskAsync(half, "/connexion/cle")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync(half, FactorSteps.Page, device.Prove(await AskAsync(half, "/connexion/cle")))).Location.ShouldBe("/redaction");
        (await half.GetAsync("/redaction")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://localhost:8080" + Keys)]
    [InlineData("http://[::1]:8080", "http://localhost:8080" + Keys)]
    [InlineData("http://192.0.2.7", "https://courrier.example" + Keys)]
    [InlineData("http://localhost:8080", null)]
    public async Task Who_reads_at_a_bare_address_is_told_where_passkeys_are_made(string at, string? elsewhere)
    {
        await using var site = await Site.OpenAsync(null, ("Url", "https://courrier.example"));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var request = new HttpRequestMessage(HttpMethod.Get, at + Keys);
        if (elsewhere is not null)
        {
            request.Headers.Add("Cookie", lou.Cookies.GetCookieHeader(new Uri("http://localhost/")));
        }

        var page = await lou.SendAsync(request);

        page.Document.QuerySelector(".notice a")?.GetAttribute("href").ShouldBe(elsewhere);
        page.Has("[data-no-passkey]").ShouldBe(elsewhere is null);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await using var site = await Site.OpenAsync();
        using var device = new PasskeyDevice { Count = 0 };
        await EnrolAsync(site, device, Newsroom.Ines);
        using var browser = site.Visitor();
        var answer = device.Prove(await AskAsync(browser, "/connexion/cle"));
        var question = browser.Cookies.GetAllCookies()["defi"]!;
        (await PostAsync(browser, "/connexion", answer)).Location.ShouldBe("/redaction");
        using var thief = site.Visitor();
        thief.Cookies.Add(new Cookie("defi", question.Value, "/", "localhost"));
        (await PostAsync(thief, "/connexion", answer)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_one_sentence()
    {
        await using var site = await Site.OpenAsync();
        using var device = new PasskeyDevice();
        await EnrolAsync(site, device, Newsroom.Ines);
        using var unknown = new PasskeyDevice();
        using var foreign = new PasskeyDevice { Origin = "http://courrier.evil" };
        using var browser = site.Visitor();
        var question = await AskAsync(browser, "/connexion/cle");
        string[] wrong = [unknown.Prove(question), foreign.Prove(question), "{}", "x", "", new string('x', 30_000), device.Prove(question.Replace("\"challenge\":\"", "\"challenge\":\"AAAA", StringComparison.Ordinal))];
        foreach (var answer in wrong)
        {
            var refused = await PostAsync(browser, "/connexion", answer);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text(".error-summary li").ShouldBe("Cette clé d’accès n’a pas été reconnue. Recommencez, ou connectez-vous autrement.");
        }

        // Too late.
        question = await AskAsync(browser, "/connexion/cle");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await PostAsync(browser, "/connexion", device.Prove(question))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(browser, device)).Location.ShouldBe("/redaction");
    }

    [Fact]
    public async Task A_passkey_that_asked_for_no_finger_is_no_second_factor()
    {
        await using var site = await Site.OpenAsync();
        using var careless = new PasskeyDevice { IsVerified = false };
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await PostAsync(ines, Keys, careless.Make(await AskAsync(ines, Keys + "/question")))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.UserPasskeys.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_passkey_is_removed_after_asking_and_opens_nothing_then()
    {
        await using var site = await Site.OpenAsync();
        using var device = new PasskeyDevice();
        await EnrolAsync(site, device, Newsroom.Lou);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var remove = (await lou.GetAsync(Keys)).Document.QuerySelector(".factors a")!.GetAttribute("href")!;
        (await lou.GetAsync(remove)).Text("h1").ShouldContain("Téléphone");
        (await lou.PostAsync("/mon-compte/securite/retirer", ("cle", remove.Split('=')[1]))).Location.ShouldBe("/mon-compte/securite?fait=retire");
        using var browser = site.Visitor();
        (await SignInAsync(browser, device)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync(remove)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_adds_a_passkey_to_a_half_session_of_an_account_that_has_one()
    {
        await using var site = await Site.OpenAsync();
        await site.GiveAuthenticatorAsync(Newsroom.Ines);
        using var half = await site.SignInAsync(Newsroom.Ines, Proof.Password);
        (await half.PostAsync(Keys + "/question")).Location!.ShouldStartWith(FactorSteps.Page);
        using var device = new PasskeyDevice();
        (await PostAsync(half, Keys, "{}")).Location!.ShouldStartWith(FactorSteps.Page);
    }

    private static async Task EnrolAsync(Site site, PasskeyDevice device, Guid accountId, string name = "Téléphone")
    {
        using var browser = await site.SignInAsync(accountId);
        var made = device.Make(await AskAsync(browser, Keys + "/question"));
        (await PostAsync(browser, Keys, made, ("nom", name))).Location!.ShouldStartWith("/mon-compte/securite/codes-de-secours");
        device.Count += device.Count == 0 ? 0u : 1u;
    }

    private static async Task<Answer> SignInAsync(Browser browser, PasskeyDevice device) =>
        await PostAsync(browser, "/connexion", device.Prove(await AskAsync(browser, "/connexion/cle")));

    private static async Task<string> AskAsync(Browser browser, string path)
    {
        var answer = await browser.PostAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldStartWith("application/json");
        return answer.Body;
    }

    private static Task<Answer> PostAsync(Browser browser, string path, string answer, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] fields = [("reponse", answer), ("par", "cle"), ("retour", path == Keys ? "" : "/redaction"), .. more];
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", "http://localhost");
        return browser.SendAsync(request);
    }
}
