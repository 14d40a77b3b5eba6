using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.SingleSignOn;
using Gazetier.Tests.Features.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>ProConnect by its documented profile (P-01 to P-08).</summary>
public class ProConnectTests
{
    [Fact]
    public async Task Without_a_setting_nothing_is_offered()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/connexion")).Has("form.sso").ShouldBeFalse();
        (await visitor.GetAsync($"/{Newsroom.Locked}/le-syndicat-coupe-deux-forages/")).Has("form.sso").ShouldBeFalse();
        (await visitor.PostAsync("/connexion/sso/proconnect")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/connexion/sso/proconnect/retour?code=x&state=y")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_button_stands_first_with_the_words_that_ProConnect_asks_for()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(null, [.. SignOnSteps.Mairie, .. SignOnSteps.ProConnect]);
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/connexion");
        page.Texts("form button").Take(2).ShouldBe(["S’identifier avec ProConnect", "S’identifier avec Mairie de Valmorel"]);
        page.Document.QuerySelector("form.sso a")!.GetAttribute("href").ShouldBe("https://www.proconnect.gouv.fr/");
        page.Text("form.sso a").ShouldBe("Qu’est-ce que ProConnect ?");
        var wall = await visitor.GetAsync($"/{Newsroom.Locked}/le-syndicat-coupe-deux-forages/");
        wall.Text(".wall form.sso button").ShouldBe("S’identifier avec ProConnect");
        wall.Document.QuerySelector(".wall form.sso input[name=retour]")!.GetAttribute("value").ShouldBe($"/{Newsroom.Locked}/le-syndicat-coupe-deux-forages/");
        twin.Asked.ShouldBeEmpty("a page asks no provider");
    }

    [Fact]
    public async Task P_02_only_documented_parameters_are_sent_and_state_nonce_and_challenge_are_long_and_new_each_time()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var time = 0; time < 2; time++)
        {
            var asked = QueryHelpers.ParseQuery((await visitor.LeaveAsync()).Query);
            asked.Keys.Order(StringComparer.Ordinal).ShouldBe(["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri", "response_type", "scope", "state"]);
            asked["code_challenge_method"].ToString().ShouldBe("S256");
            asked["scope"].ToString().ShouldBe("openid email siret idp_id belonging_population");
            foreach (var name in new[] { "state", "nonce", "code_challenge" })
            {
                asked[name].ToString().ShouldMatch("^[A-Za-z0-9_-]{43}$");
                seen.Add(asked[name].ToString()).ShouldBeTrue();
            }
        }

        // The double does refuse what it does not know.
        (await twin.AskAsync(new Uri((await visitor.LeaveAsync()).AbsoluteUri + "&max_age=3600"))).Text.ShouldStartWith("Y000400");
    }

    [Fact]
    public async Task The_way_to_the_provider_is_a_page_that_moves_on_and_the_policy_stays_closed()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.PostAsync("/connexion/sso/proconnect");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Security-Policy"].ShouldContain("form-action 'self'");
        answer.Headers["Content-Security-Policy"].ShouldNotContain("http");
        answer.Document.QuerySelector("main a.button")!.GetAttribute("href").ShouldBe(answer.Moved()!.AbsoluteUri);
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        (await visitor.GetAsync("/connexion/sso/proconnect")).Location.ShouldBe("/connexion");
    }

    [Fact]
    public async Task P_04_who_is_unknown_gets_an_account_that_keeps_the_employer_and_nothing_else()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        (await visitor.GoAsync(twin, "proconnect", ("retour", "/3/x/"))).Location.ShouldBe("/3/x/");
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
        var identity = await site.DoAsync(db => db.LinkedIdentities.SingleAsync());
        var account = await site.DoAsync(db => db.Accounts.SingleAsync(a => a.Id == identity.AccountId));
        (account.Email, account.EmailConfirmed, account.DisplayName, account.PasswordHash).ShouldBe(("awa@valmorel.example", true, "", null));
        (identity.Issuer, identity.Subject, identity.Siret, identity.BelongingPopulation, identity.FormerSiret)
            .ShouldBe(("https://auth.proconnect.test/api/v2", "awa-at-fia1", Agent.Valmorel, "agent", null));
        identity.IdpId.ShouldBe(Agent.Awa.IdpId);

        // The second time the same account opens, whatever became of the address.
        twin.Agent = Agent.Awa with { Email = "awa.sow@valmorel.example" };
        twin.Clock.Advance(TimeSpan.FromDays(1));
        using var other = site.Visitor();
        await other.GoAsync(twin);
        (await other.IsSignedInAsync()).ShouldBeTrue();
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).LastUsedAt.ShouldBe(site.Now);
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email!.Contains("valmorel")))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_in_by_several_doors_at_the_same_moment_has_one_account()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        Browser[] doors = [site.Visitor(), site.Visitor(), site.Visitor(), site.Visitor()];
        var back = await Task.WhenAll(doors.Select(async door => (await twin.AskAsync(await door.LeaveAsync())).Location!));
        var answers = await Task.WhenAll(doors.Zip(back, (door, path) => door.GetAsync(path)));
        answers.Select(a => a.Location).ShouldAllBe(location => location == "/");
        (await site.DoAsync(db => db.Accounts.CountAsync(a => a.Email == "awa@valmorel.example"))).ShouldBe(1);
        (await site.DoAsync(db => db.LinkedIdentities.CountAsync())).ShouldBe(1);
        Array.ForEach(doors, door => door.Dispose());
    }

    [Fact]
    public async Task The_session_is_short_and_a_new_proof_is_asked_for_before_what_cannot_be_undone()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        var session = await site.DoAsync(db => db.Sessions.SingleAsync());
        (session.Proof, session.IsRemembered).ShouldBe((Proof.Provider, false));
        (await visitor.GetAsync("/mon-compte/securite/cles")).Location!.ShouldStartWith("/connexion/second-facteur?retour=");
        twin.Clock.Advance(OpenSession.ShortLifetime);
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_no_second_factor()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        await LinkAsync(site, Newsroom.Ines, "ines-at-fia1");
        twin.Agent = new Agent("ines-at-fia1", "ines@example.org");
        using var ines = site.Visitor();
        await ines.GoAsync(twin);
        (await ines.GetAsync("/redaction")).Location!.ShouldStartWith("/connexion/second-facteur");
    }

    [Fact]
    public async Task P_05_the_employer_is_asked_for_a_seat_and_may_lead_elsewhere()
    {
        var asked = new List<(Guid, string)>();
        string? lead = "/abonnement/?siret=aucun";
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync(services => services.AddScoped<SeatBySiret>(_ => (account, siret, _) =>
        {
            asked.Add((account, siret));
            return Task.FromResult<string?>(lead);
        }));
        using var visitor = site.Visitor();
        (await visitor.GoAsync(twin, "proconnect", ("retour", "/3/x/"))).Location.ShouldBe("/abonnement/?siret=aucun");
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
        lead = null;
        (await visitor.GoAsync(twin, "proconnect", ("retour", "/3/x/"))).Location.ShouldBe("/3/x/");
        lead = "//evil.example/";
        (await visitor.GoAsync(twin, "proconnect", ("retour", "/3/x/"))).Location.ShouldBe("/3/x/");
        asked.Select(a => a.Item2).ShouldBe([Agent.Valmorel, Agent.Valmorel, Agent.Valmorel]);
        asked.Select(a => a.Item1).Distinct().ShouldHaveSingleItem();

        twin.Agent = Agent.Awa with { Siret = null };
        await visitor.GoAsync(twin);
        asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task P_06_a_new_employer_is_written_down()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        twin.Clock.Advance(TimeSpan.FromDays(30));
        twin.Agent = Agent.Awa with { Siret = Agent.Brumes };
        await visitor.GoAsync(twin);
        var identity = await site.DoAsync(db => db.LinkedIdentities.SingleAsync());
        (identity.Siret, identity.FormerSiret, identity.SiretChangedAt).ShouldBe((Agent.Brumes, Agent.Valmorel, site.Now));
        twin.Agent = Agent.Awa with { Siret = "pas un siret" };
        await visitor.GoAsync(twin);
        (await site.DoAsync(db => db.LinkedIdentities.SingleAsync())).Siret.ShouldBe(Agent.Brumes);
    }

    [Fact]
    public async Task Export_and_deletion_know_the_identity()
    {
        await using var twin = await ProConnectDouble.OpenAsync();
        await using var site = await twin.OpenSiteAsync();
        using var visitor = site.Visitor();
        await visitor.GoAsync(twin);
        var account = await site.DoAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Email == "awa@valmorel.example"));
        var tables = await site.WithAsync<IEnumerable<IHoldPersonalData>, IReadOnlyList<PersonalTable>>(holders =>
            holders.OfType<SingleSignOnPersonalData>().Single().ExportAsync(new Person(account.Id, account.Email!), CancellationToken.None));
        tables.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().ShouldContain(Agent.Valmorel);
        await site.WithAsync<DeleteAccount, bool>(async delete =>
        {
            await delete.RunAsync(account, CancellationToken.None);
            return true;
        });
        (await site.DoAsync(db => db.LinkedIdentities.AnyAsync())).ShouldBeFalse();
        (await site.DoAsync(db => db.ProviderSessions.AnyAsync())).ShouldBeFalse();
    }

    private static Task LinkAsync(Site site, Guid account, string subject) => site.DoAsync(async db =>
    {
        db.Add(new LinkedIdentity { AccountId = account, Issuer = TokensOfDouble.Issuer, Subject = subject, LinkedAt = site.Now, LastUsedAt = site.Now });
        await db.SaveChangesAsync();
    });
}
