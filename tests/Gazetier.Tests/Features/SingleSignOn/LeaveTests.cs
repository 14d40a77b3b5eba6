using System.Net;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>P-07: our session ends first, then the provider's, and who comes back is known by the state.</summary>
public class LeaveTests
{
    [Fact]
    public async Task P_07_the_session_ends_here_and_then_there()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        var token = visitor.Cookies.GetAllCookies().Single(c => c.Name == "session");
        (await site.DoAsync(db => db.ProviderSessions.SingleAsync())).ClosedToken!.ShouldNotContain("eyJ");

        var answer = await visitor.PostAsync("/deconnexion");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        using var thief = site.Visitor();
        thief.Cookies.Add(new Cookie("session", token.Value, "/", "localhost"));
        (await thief.IsSignedInAsync()).ShouldBeFalse("ours is over before the provider is asked");
        twin.SessionsEnded.ShouldBe(0);

        var (back, text) = await twin.AskAsync(answer.Moved()!);
        twin.SessionsEnded.ShouldBe(1, text);
        back!.ShouldStartWith("/deconnexion/retour?state=");
        (await visitor.GetAsync(back!)).Text(".form-page header p").ShouldBe("Du journal et de ProConnect.");
        (await visitor.GetAsync(back!)).Text(".form-page header p").ShouldStartWith("Du journal. Si vous étiez passé");
        (await site.DoAsync(db => db.ProviderSessions.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task P_07_a_state_that_this_browser_did_not_leave_with_is_not_believed()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/deconnexion/retour?state=x")).Text(".form-page header p").ShouldStartWith("Du journal. Si vous étiez passé");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/deconnexion/retour?state=x")).Text("h1").ShouldBe("Vous êtes connecté");
        (await lou.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task P_07_a_provider_that_is_away_keeps_nobody_signed_in()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        twin.Down = "";
        await using var restarted = await site.OpenNodeAsync();
        using var again = restarted.Visitor();
        again.Cookies.Add(visitor.Cookies.GetAllCookies());
        (await again.PostAsync("/deconnexion")).Location.ShouldBe("/");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_of_ones_own_ends_here_alone()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.PostAsync("/deconnexion")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_token_that_is_too_long_is_not_kept_and_the_provider_is_asked_without()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        twin.IsPlain = true;
        await using var site = await twin.OpenSiteAsync(null, SignOnSteps.Mairie);
        using var visitor = site.Visitor();
        twin.Tokens.IdClaims = claims => claims["groups"] = new string('g', 8_000);
        (await visitor.GoAsync(twin, "mairie")).Location.ShouldBe("/");
        (await site.DoAsync(db => db.ProviderSessions.SingleAsync())).ClosedToken.ShouldBeNull();
        var end = (await visitor.PostAsync("/deconnexion")).Moved()!;
        end.Query.ShouldContain("client_id=" + ProConnectDouble.ClientId);
        end.Query.ShouldNotContain("id_token_hint");
    }
}
