using System.Net;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>What somebody may try with the answers of a provider (P-02, P-03): none of it lets anybody in.</summary>
public class AttackTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("HS256 with our secret")]
    [InlineData("HS256 with the public key")]
    [InlineData("RS256")]
    [InlineData("another's key")]
    [InlineData("broken")]
    public async Task P_03_a_token_that_is_signed_otherwise_is_refused(string signing)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Tokens.Signing = signing;
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        (twin.Tokens.Signing, twin.Tokens.UserinfoSigning) = ("ES256", signing);
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        twin.Tokens.UserinfoSigning = "ES256";
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task P_03_the_algorithm_is_that_which_was_set()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.ProConnect, ("ProConnect:Algorithm", "HS256")]);
        using var visitor = site.Visitor();
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        (twin.Tokens.Signing, twin.Tokens.UserinfoSigning) = ("HS256 with the public key", "HS256 with our secret");
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        twin.Tokens.Signing = "HS256 with our secret";
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
    }

    [Theory]
    [InlineData("nonce", "another nonce of thirty-two characters at least")]
    [InlineData("nonce", null)]
    [InlineData("iss", "https://evil.example/api/v2")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-newspaper")]
    [InlineData("aud", null)]
    [InlineData("azp", "another-newspaper")]
    [InlineData("exp", -31L)]
    [InlineData("exp", null)]
    [InlineData("nbf", 120L)]
    [InlineData("sub", null)]
    [InlineData("sub", "")]
    public async Task P_03_a_token_that_says_otherwise_is_refused(string claim, object? value)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Tokens.IdClaims = claims => Set(claims, claim, value is long seconds ? twin.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds : value);
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
    }

    [Fact]
    public async Task P_03_a_token_for_several_is_taken_when_it_names_us_only()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Tokens.IdClaims = claims => claims["aud"] = new[] { ProConnectDouble.ClientId, "another" };
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        twin.Tokens.IdClaims += claims => claims["azp"] = ProConnectDouble.ClientId;
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
    }

    [Theory]
    [InlineData("iss", "https://evil.example/api/v2")]
    [InlineData("aud", "another-newspaper")]
    [InlineData("exp", -31L)]
    [InlineData("sub", "somebody-else")]
    [InlineData("sub", null)]
    public async Task P_03_a_userinfo_that_says_otherwise_is_refused(string claim, object? value)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Tokens.UserinfoClaims = claims => Set(claims, claim, value is long seconds ? twin.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds : value);
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
    }

    [Fact]
    public async Task P_03_a_userinfo_that_is_not_signed_is_refused_of_ProConnect_and_its_subject_counts_of_others()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        twin.IsPlain = true;
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.ProConnect, .. SignOnSteps.Mairie]);
        using var visitor = site.Visitor();
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
        twin.OtherSubject = "somebody-else";
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin, "mairie"));
        twin.OtherSubject = null;
        (await visitor.GoAsync(twin, "mairie")).Location.ShouldBe("/");
        // What only ProConnect answers for is not taken from others.
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).Siret.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("""{"id_token":1,"access_token":[]}""")]
    [InlineData("""{"id_token":"x","access_token":"y"}""")]
    public async Task An_answer_that_is_none_is_refused(string answer)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Answer = _ => answer;
        await RefusedAsync(site, visitor, await visitor.GoAsync(twin));
    }

    [Fact]
    public async Task P_02_a_state_counts_once_and_only_in_the_browser_that_left_with_it()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var (back, _) = await twin.AskAsync(await visitor.LeaveAsync());
        var cookies = visitor.Cookies.GetAllCookies();

        using var victim = site.Visitor();
        (await victim.GetAsync(back!)).Location.ShouldBe("/connexion?sso=perdu&fournisseur=proconnect");
        await victim.LeaveAsync();
        (await victim.GetAsync(back!)).Location.ShouldBe("/connexion?sso=perdu&fournisseur=proconnect");
        (await victim.IsSignedInAsync()).ShouldBeFalse();

        (await visitor.GetAsync(back!)).Location.ShouldBe("/");
        // Even with the cookie of before: what was answered is answered.
        using var thief = site.Visitor();
        thief.Cookies.Add(cookies);
        (await thief.GetAsync(back!)).Location.ShouldBe("/connexion?sso=perdu&fournisseur=proconnect");
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task P_02_a_state_is_over_after_a_quarter_of_an_hour_and_belongs_to_one_provider()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.ProConnect, .. SignOnSteps.Mairie]);
        using var visitor = site.Visitor();
        var (back, _) = await twin.AskAsync(await visitor.LeaveAsync());
        (await visitor.GetAsync(back!.Replace("proconnect/retour", "mairie/retour", StringComparison.Ordinal))).Location.ShouldBe("/connexion?sso=perdu&fournisseur=mairie");
        (await visitor.GetAsync(back!.Replace("state=", "state=x", StringComparison.Ordinal))).Location!.ShouldContain("sso=perdu");
        twin.Clock.Advance(TimeSpan.FromMinutes(16));
        (await visitor.GetAsync(back!)).Location!.ShouldContain("sso=perdu");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task P_02_a_code_counts_once_lives_thirty_seconds_and_is_worth_nothing_to_another_attempt()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var (stolen, _) = await twin.AskAsync(await visitor.LeaveAsync());
        var code = stolen!.Split("code=")[1].Split('&')[0];

        // PKCE: in another attempt the verifier is another.
        using var thief = site.Visitor();
        var (own, _) = await twin.AskAsync(await thief.LeaveAsync());
        await RefusedAsync(site, thief, await thief.GetAsync(own!.Replace(own.Split("code=")[1].Split('&')[0], code, StringComparison.Ordinal)));

        // It was taken off by the thief's attempt.
        await RefusedAsync(site, visitor, await visitor.GetAsync(stolen));

        var (late, _) = await twin.AskAsync(await visitor.LeaveAsync());
        twin.Clock.Advance(TimeSpan.FromSeconds(31));
        await RefusedAsync(site, visitor, await visitor.GetAsync(late!));
    }

    [Theory]
    [InlineData("&iss=https%3A%2F%2Fevil.example")]
    [InlineData("")]
    public async Task An_answer_of_another_provider_is_refused(string issuer)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var (back, _) = await twin.AskAsync(await visitor.LeaveAsync());
        await RefusedAsync(site, visitor, await visitor.GetAsync(back!.Split("&iss=")[0] + issuer));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string path)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        (await visitor.GoAsync(twin, "proconnect", ("retour", path))).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_form_of_another_site_sends_nobody_to_a_provider()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connexion/sso/proconnect");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await visitor.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static void Set(Dictionary<string, object> claims, string claim, object? value)
    {
        if (value is null)
        {
            claims.Remove(claim);
        }
        else
        {
            claims[claim] = value;
        }
    }

    private static async Task RefusedAsync(Site site, Browser browser, Answer answer)
    {
        answer.Location!.ShouldStartWith("/connexion?sso=invalide&fournisseur=");
        (await browser.GetAsync(answer.Location!)).Text(".sso-ways [role=alert]").ShouldStartWith("La réponse de ");
        (await browser.IsSignedInAsync()).ShouldBeFalse();
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
    }
}
