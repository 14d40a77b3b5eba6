using System.Net;
using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class SessionsOfSeatsTests
{
    [Fact]
    public void A_10_of_several_contracts_the_most_generous_counts() =>
        Gen.Select(Gen.Int[0, 9].Nullable().Array[0, 5], Gen.Int[0, 9]).Sample((caps, byDefault) =>
        {
            var most = Licence.MostOf(caps, byDefault);
            var said = caps.Select(cap => cap ?? byDefault).ToList();
            return most is { } cap ? cap == said.Max() && cap > 0 && !said.Contains(0) : said.Count == 0 || said.Contains(0);
        });

    [Fact]
    public async Task A_10_beyond_the_cap_the_oldest_session_ends_and_its_browser_and_its_owner_read_why()
    {
        await using var site = await Site.OpenAsync();
        await OpenAsync(site, most: 2);
        await site.GivePasswordAsync(Newsroom.Lou);
        using var first = await ComeAsync(site);
        using var second = await ComeAsync(site);
        (await first.IsSignedInAsync()).ShouldBeTrue();
        using var third = await ComeAsync(site);
        (await second.IsSignedInAsync()).ShouldBeTrue();
        (await third.IsSignedInAsync()).ShouldBeTrue();
        // Nothing that a page fetches is led astray; the next page in a window is, once, and the reader comes back to it afterwards.
        (await first.GetAsync($"/{Newsroom.Locked}")).Location.ShouldNotStartWith("/connexion");
        var led = await LookAsync(first, "/themes?page=1");
        led.Location.ShouldBe("/connexion?retour=" + Uri.EscapeDataString("/themes?page=1"));
        var page = await first.GetAsync(led.Location!);
        page.Text(".notice").ShouldStartWith("Cet appareil a été déconnecté le 23 novembre 2026");
        page.Text(".notice").ShouldContain("elle sert à 2 appareils à la fois");
        (await LookAsync(first, "/themes/")).Status.ShouldBe(HttpStatusCode.OK);
        var security = await third.GetAsync("/mon-compte/securite");
        security.Text("#coupes").ShouldContain("Firefox, Linux");
        security.Body.ShouldContain("2 appareils à la fois.");
        security.Texts("tbody tr").Count.ShouldBe(2);
        // Coming back ends the next oldest, and the sentence is gone.
        await first.SignInAsync("lou@example.org", AccountSteps.Good);
        (await second.IsSignedInAsync()).ShouldBeFalse();
        (await OpenSessionsAsync(site)).ShouldBe(2);
        await first.PostAsync("/deconnexion");
        (await first.GetAsync("/connexion")).Has(".notice").ShouldBeFalse();
    }

    [Fact]
    public async Task A_10_who_signs_in_many_times_at_once_has_as_many_sessions_as_the_cap_says()
    {
        await using var site = await Site.OpenAsync();
        await OpenAsync(site, most: 3);
        await site.GivePasswordAsync(Newsroom.Lou);
        using var before = await ComeAsync(site);

        var browsers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ComeAsync(site))));

        (await OpenSessionsAsync(site)).ShouldBe(3);
        foreach (var browser in browsers)
        {
            browser.Dispose();
        }
    }

    [Fact]
    public async Task A_10_the_default_counts_where_the_contract_says_nothing_and_others_are_not_capped()
    {
        await using var site = await Site.OpenAsync();
        var contract = await OpenAsync(site, most: null);
        await site.ClaimAsync(contract, Newsroom.Camille);
        await site.ClaimAsync(contract, Newsroom.Paul);
        (await MostAsync(Newsroom.Lou)).ShouldBe(AccessRules.DefaultSessions);
        // Who pays for what the seat opens, who works here, who has no seat.
        (await MostAsync(Newsroom.Camille)).ShouldBeNull();
        (await MostAsync(Newsroom.Paul)).ShouldBeNull();
        (await MostAsync(Newsroom.Noe)).ShouldBeNull();
        await site.DoAsync(db => db.Subscriptions.Where(s => s.AccountId == Newsroom.Camille).ExecuteUpdateAsync(s => s.SetProperty(x => x.Products, ProductSet.Of(7))));
        (await MostAsync(Newsroom.Camille)).ShouldBe(AccessRules.DefaultSessions);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == contract.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SuspendedAt, site.Now)));
        (await MostAsync(Newsroom.Lou)).ShouldBeNull();
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == contract.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SuspendedAt, (DateTime?)null)));
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await KeepAsync("101", HttpStatusCode.UnprocessableEntity);
        await KeepAsync("8", HttpStatusCode.Redirect);
        (await MostAsync(Newsroom.Lou)).ShouldBe(8);
        await KeepAsync("0", HttpStatusCode.Redirect);
        (await MostAsync(Newsroom.Lou)).ShouldBeNull();
        (await ines.GetAsync("/redaction/acces")).Document.QuerySelector("#appareils, [name=appareils]")!.GetAttribute("value").ShouldBe("0");

        Task<int?> MostAsync(Guid account) => site.WithAsync<MostSessions, int?>(most => most(account, default));

        async Task KeepAsync(string sessions, HttpStatusCode status) =>
            (await ines.PostAsync("/redaction/acces", ("visiteurs", "0"), ("inscrits", "0"), ("offerts", "5"), ("jours", "14"), ("ouvertures", "10"), ("appareils", sessions))).Status.ShouldBe(status);
    }

    private static async Task<Subscription> OpenAsync(Site site, int? most)
    {
        var contract = await site.AddContractAsync(await site.AddOrganisationAsync(), seats: null);
        await site.DoAsync(async db =>
        {
            db.Add(new Licence { SubscriptionId = contract.Id, MostSessions = most });
            await db.SaveChangesAsync();
        });
        await site.ClaimAsync(contract, Newsroom.Lou);
        return contract;
    }

    private static async Task<Browser> ComeAsync(Site site)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = site.Visitor();
        await browser.SignInAsync("lou@example.org", AccountSteps.Good);
        return browser;
    }

    private static Task<int> OpenSessionsAsync(Site site) => site.DoAsync(db => db.Sessions.Open(site.Now).CountAsync(s => s.AccountId == Newsroom.Lou));

    private static Task<Answer> LookAsync(Browser browser, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Dest", "document");
        return browser.SendAsync(request);
    }
}
