using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>The whole way with a real OpenID provider: there, back, again, and out.</summary>
public class OpenIdTests
{
    [Fact]
    public async Task A_reader_comes_in_by_a_real_provider_and_leaves_by_it()
    {
        var clock = new FakeTimeProvider(Newsroom.Now);
        await using var server = await OpenIdServer.OpenAsync(clock);
        await using var site = await OpenSiteAsync(server, clock);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/connexion")).Text("form.sso button").ShouldBe("S’identifier avec Mairie de Valmorel");

        var back = await AskAsync(server, await visitor.LeaveAsync("valmorel", ("retour", "/3/x/")));
        back.ShouldContain("iss=https");
        (await visitor.GetAsync(back)).Location.ShouldBe("/3/x/");
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
        var identity = await site.DoAsync(db => db.LinkedIdentities.SingleAsync());
        (identity.Issuer, identity.Subject, identity.Siret).ShouldBe(("https://id.valmorel.test", "42", null));

        var home = await AskAsync(server, (await visitor.PostAsync("/deconnexion")).Moved()!);
        server.SessionsEnded.ShouldBe(1);
        (await visitor.GetAsync(home)).Text(".form-page header p").ShouldBe("Du journal et de Mairie de Valmorel.");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();

        clock.Advance(TimeSpan.FromDays(1));
        (await visitor.GetAsync(await AskAsync(server, await visitor.LeaveAsync("valmorel")))).Location.ShouldBe("/");
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email == "awa@valmorel.example"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_of_a_real_provider_counts_once()
    {
        var clock = new FakeTimeProvider(Newsroom.Now);
        await using var server = await OpenIdServer.OpenAsync(clock);
        await using var site = await OpenSiteAsync(server, clock);
        using var visitor = site.Visitor();
        var back = await AskAsync(server, await visitor.LeaveAsync("valmorel"));
        await visitor.GetAsync(back);
        using var thief = site.Visitor();
        var own = await AskAsync(server, await thief.LeaveAsync("valmorel"));
        string Code(string path) => path.Split("code=")[1].Split('&')[0];
        (await thief.GetAsync(own.Replace(Code(own), Code(back), StringComparison.Ordinal))).Location!.ShouldContain("sso=invalide");
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_answer_for_is_confirmed_by_mail()
    {
        var clock = new FakeTimeProvider(Newsroom.Now);
        await using var server = await OpenIdServer.OpenAsync(clock);
        await using var site = await OpenSiteAsync(server, clock);
        using var visitor = site.Visitor();
        server.Person = ("43", "lou@example.org", false);
        (await visitor.GetAsync(await AskAsync(server, await visitor.LeaveAsync("valmorel")))).Location.ShouldBe("/inscription/verifiez-vos-mails");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    private static Task<Site> OpenSiteAsync(OpenIdServer server, FakeTimeProvider clock) => Site.OpenAsync(
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.Connect(server.Line);
        },
        ("OpenId:Valmorel:Issuer", OpenIdServer.Issuer),
        ("OpenId:Valmorel:ClientId", "le-courrier"),
        ("OpenId:Valmorel:ClientSecret", OpenIdServer.ClientSecret),
        ("OpenId:Valmorel:Label", "Mairie de Valmorel"));

    private static async Task<string> AskAsync(OpenIdServer server, Uri address)
    {
        using var client = new HttpClient(server.Line());
        using var answer = await client.GetAsync(address);
        return answer.Headers.Location?.PathAndQuery ?? throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
