using Gazetier.Features.SingleSignOn;
using Gazetier.Tests.Features.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>A provider that does not answer, says no, or changes its key (P-01, P-08).</summary>
public class AwayTests
{
    [Theory]
    [InlineData("/openid-configuration", 503)]
    [InlineData("/openid-configuration", 0)]
    [InlineData("/jwks", 500)]
    [InlineData("/openid-configuration", 302)]
    public async Task P_08_a_provider_that_is_away_is_said_so_and_the_other_ways_work(string page, int status)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        (twin.Down, twin.DownStatus) = (page, status);
        await using var site = await twin.OpenSiteAsync();
        await site.GivePasswordAsync(Newsroom.Lou);
        using var visitor = site.Visitor();
        var answer = await visitor.PostAsync("/connexion/sso/proconnect", ("retour", "/3/x/"));
        answer.Location.ShouldBe("/connexion?sso=indisponible&fournisseur=proconnect&retour=%2F3%2Fx%2F");
        var shown = await visitor.GetAsync(answer.Location!);
        shown.Text("[role=alert]").ShouldBe("ProConnect ne répond pas pour le moment. Réessayez dans quelques minutes ; les autres moyens fonctionnent.");
        shown.Document.QuerySelector("form[action='/connexion'] input[name=retour]")!.GetAttribute("value").ShouldBe("/3/x/");
        (await visitor.GetAsync("/connexion")).Text(".sso-ways .notice").ShouldStartWith("ProConnect ne répond pas");

        shown.Document.QuerySelector("form.sso button.quiet")!.GetAttribute("aria-describedby").ShouldBe(shown.Document.QuerySelector("[role=alert]")!.Id);

        // Who comes right after does not wait for it, and it is not asked.
        var asked = twin.Asked.Count;
        await visitor.PostAsync("/connexion/sso/proconnect");
        twin.Asked.Count.ShouldBe(asked);
        (await visitor.SignInAsync("lou@example.org", AccountSteps.Good)).Location.ShouldBe("/");

        using var later = site.Visitor();
        twin.Down = null;
        twin.Clock.Advance(Discovery.AwayFor);
        (await later.GoAsync(twin)).Location.ShouldBe("/");
        using var after = site.Visitor();
        (await after.GetAsync("/connexion")).Has(".sso-ways .notice").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/token", 503)]
    [InlineData("/token", 0)]
    [InlineData("/token", 429)]
    [InlineData("/userinfo", 502)]
    public async Task P_08_a_provider_that_is_away_halfway_is_said_so(string page, int status)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        (twin.Down, twin.DownStatus) = (page, status);
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        (await visitor.GoAsync(twin)).Location.ShouldBe("/connexion?sso=indisponible&fournisseur=proconnect");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        twin.Down = null;
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task P_01_what_was_discovered_is_kept_and_survives_a_failure()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        await visitor.GoAsync(twin);
        twin.Asked.Count(a => a.Path.EndsWith("openid-configuration", StringComparison.Ordinal)).ShouldBe(1);
        (twin.Down, twin.DownStatus) = ("/openid-configuration", 500);
        twin.Clock.Advance(Discovery.KnownFor);
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
        twin.Asked.Count(a => a.Path.EndsWith("openid-configuration", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task P_01_a_new_key_is_found_without_waiting()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        twin.Clock.Advance(TimeSpan.FromMinutes(5));
        twin.Tokens.ChangeKey();
        (await visitor.GoAsync(twin)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task P_01_each_address_can_be_set_by_hand()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.ProConnect, ("ProConnect:AuthorizationEndpoint", "https://auth.proconnect.rie.test/api/v2/authorize")]);
        using var visitor = site.Visitor();
        (await visitor.LeaveAsync()).Host.ShouldBe("auth.proconnect.rie.test");
    }

    [Fact]
    public async Task Another_issuers_document_is_none()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.ProConnect, ("ProConnect:Issuer", "https://other.proconnect.test/api/v2")]);
        using var visitor = site.Visitor();
        (await visitor.PostAsync("/connexion/sso/proconnect")).Location!.ShouldContain("sso=indisponible");
    }

    [Fact]
    public async Task Who_gives_up_over_there_is_told_that_nothing_happened()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Agent = null;
        var answer = await visitor.GoAsync(twin);
        answer.Location.ShouldBe("/connexion?sso=refus&fournisseur=proconnect");
        (await visitor.GetAsync(answer.Location!)).Text("[role=alert]").ShouldBe("Vous n’êtes pas connecté : ProConnect n’a pas confirmé votre identité, ou vous avez renoncé.");
    }

    [Fact]
    public async Task Silent_sign_in_of_who_is_not_signed_in_there_is_no_error_of_ours()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        twin.Agent = null;
        var (back, _) = await twin.AskAsync(new Uri((await visitor.LeaveAsync()).AbsoluteUri + "&prompt=none"));
        back!.ShouldContain("error=login_required");
        (await visitor.GetAsync(back!)).Location!.ShouldContain("sso=refus");
    }

    [Theory]
    [InlineData("access_denied", "Y500015: not a public servant", "reserve", "ProConnect est réservé aux agents du service public. Connectez-vous par un autre moyen.")]
    [InlineData("temporarily_unavailable", null, "indisponible", null)]
    [InlineData("server_error", null, "indisponible", null)]
    [InlineData("invalid_request", "<script>", "invalide", null)]
    public async Task An_error_of_the_provider_is_said_in_our_words(string error, string? description, string word, string? sentence)
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var state = QueryHelpers.ParseQuery((await visitor.LeaveAsync()).Query)["state"].ToString();
        var answer = await visitor.GetAsync(QueryHelpers.AddQueryString(
            "/connexion/sso/proconnect/retour", new Dictionary<string, string?>(StringComparer.Ordinal) { ["error"] = error, ["error_description"] = description, ["state"] = state }));
        answer.Location.ShouldBe($"/connexion?sso={word}&fournisseur=proconnect");
        var page = await visitor.GetAsync(answer.Location!);
        page.Has("[role=alert]").ShouldBeTrue();
        if (sentence is not null)
        {
            page.Text("[role=alert]").ShouldBe(sentence);
        }

        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
    }
}
