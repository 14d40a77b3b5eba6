using Gazetier.Features.Access;
using Gazetier.Features.Organisations;
using Gazetier.Features.Subscriptions;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class RecogniseAddressesTests
{
    private const string Inside = "185.24.184.7";

    [Fact]
    public async Task A_05_a_visitor_from_the_network_reads_at_once_under_a_banner()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var (organisation, _) = await AddAsync(site);
        using var visitor = site.Visitor();
        var path = await PathAsync(visitor);
        var page = await GetAsync(visitor, path, Inside);
        page.Body.ShouldContain(Newsroom.Secret);
        page.Text(".thanks-to").ShouldStartWith("Vous lisez grâce à Ville de Valmorel.");
        page.Document.QuerySelector(".thanks-to a")!.GetAttribute("href").ShouldBe("/inscription?retour=" + Uri.EscapeDataString(path));
        (await GetAsync(visitor, path, "::ffff:" + Inside)).Body.ShouldContain(Newsroom.Secret);
        foreach (var outside in new[] { "185.24.185.0", "185.24.183.255", "2a01:cb00::1" })
        {
            var wall = await GetAsync(visitor, path, outside);
            wall.Body.ShouldNotContain(Newsroom.Secret);
            wall.Has(".thanks-to").ShouldBeFalse();
        }

        // A new name stands there at once.
        await site.WithAsync<KeepOrganisation, (Guid, string?)>(keep => keep.RunAsync(organisation.Id, "Valmorel-les-Bains", null, null, site.Desk(), default));
        await site.FollowChangesAsync();
        (await GetAsync(visitor, path, Inside)).Text(".thanks-to").ShouldStartWith("Vous lisez grâce à Valmorel-les-Bains.");
    }

    [Fact]
    public async Task A_05_readers_have_pages_of_their_own_and_who_subscribes_no_banner()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        await AddAsync(site);
        using var visitor = site.Visitor();
        var path = await PathAsync(visitor);
        (await GetAsync(visitor, path, Inside)).Text(".doors").ShouldContain("Se connecter");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await GetAsync(lou, path, Inside);
        page.Body.ShouldContain(Newsroom.Secret);
        page.Text(".doors").ShouldContain("Mon compte");
        page.Has(".thanks-to a").ShouldBeFalse();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await GetAsync(camille, path, Inside)).Has(".thanks-to").ShouldBeFalse();
    }

    [Fact]
    public async Task A_05_a_forged_header_gives_nothing()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        await AddAsync(site);
        using var visitor = site.Visitor();
        var path = await PathAsync(visitor);
        (await GetAsync(visitor, path, "80.10.0.1", forwarded: Inside)).Body.ShouldNotContain(Newsroom.Secret);
        await using var behind = await Site.OpenAsync(AccountSteps.FromAnywhere, ("TrustedProxies", "10.0.0.1"));
        await AddAsync(behind);
        using var other = behind.Visitor();
        (await GetAsync(other, path, "10.0.0.1", forwarded: Inside)).Body.ShouldContain(Newsroom.Secret);
        (await GetAsync(other, path, "10.0.0.2", forwarded: Inside)).Body.ShouldNotContain(Newsroom.Secret);
        // What a visitor writes before the trusted proxy's own line counts for nothing.
        (await GetAsync(other, path, "10.0.0.1", forwarded: Inside + ", 80.10.0.1")).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task A_06_what_ends_is_over_at_its_instant_and_what_is_suspended_within_a_minute()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var (_, contract) = await AddAsync(site, c => c.Until = Newsroom.Now.UtcDateTime.AddMinutes(10));
        using var visitor = site.Visitor();
        var path = await PathAsync(visitor);
        (await GetAsync(visitor, path, Inside)).Body.ShouldContain(Newsroom.Secret);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        (await GetAsync(visitor, path, Inside)).Body.ShouldNotContain(Newsroom.Secret);
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == contract.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Until, site.Now.AddDays(9))));
        await site.Services.GetRequiredService<RecogniseAddresses>().RenewAsync(default);
        (await GetAsync(visitor, path, Inside)).Body.ShouldContain(Newsroom.Secret);
        // Behind this node's back: no line in the change log.
        await site.DoAsync(db => db.Subscriptions.Where(s => s.Id == contract.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SuspendedAt, site.Now)));
        site.Clock.Advance(Readers.Remembered);
        (await GetAsync(visitor, path, Inside)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task Ranges_are_read_again_when_the_change_log_says_so_and_not_before()
    {
        await using var site = await Site.OpenAsync(AccountSteps.FromAnywhere);
        var (organisation, contract) = await AddAsync(site);
        await using var node = await site.OpenNodeAsync(AccountSteps.FromAnywhere);
        using var visitor = node.Visitor();
        var path = await PathAsync(visitor);
        (await GetAsync(visitor, path, Inside)).Body.ShouldContain(Newsroom.Secret);
        // Behind every node's back: no line in the change log.
        var range = await site.DoAsync(db => db.AddressRanges.AsNoTracking().SingleAsync());
        await site.DoAsync(db => db.AddressRanges.ExecuteDeleteAsync());
        site.Clock.Advance(TimeSpan.FromHours(2));
        await node.FollowChangesAsync();
        (await GetAsync(visitor, path, Inside)).Body.ShouldContain(Newsroom.Secret);
        // Put back, and taken by the desk of the other node.
        await site.DoAsync(async db =>
        {
            db.Add(range);
            await db.SaveChangesAsync();
        });
        await site.WithAsync<KeepRanges, bool>(async keep =>
        {
            await keep.RemoveAsync(organisation.Id, range.Id, site.Desk(), default);
            return true;
        });
        await node.FollowChangesAsync();
        (await GetAsync(visitor, path, Inside)).Body.ShouldNotContain(Newsroom.Secret);
        // A contract that the desk ends is over on the other node with the line, and without it within a minute.
        await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(organisation.Id, "185.24.184.0/24", false, site.Desk(), default));
        await node.FollowChangesAsync();
        (await GetAsync(visitor, path, Inside)).Body.ShouldContain(Newsroom.Secret);
        await site.WithAsync<ChangeContract, ContractRefusal?>(change => change.SuspendAsync(organisation.Id, contract.Id, Suspension.Unpaid, site.Desk(), default));
        await node.FollowChangesAsync();
        (await GetAsync(visitor, path, Inside)).Body.ShouldNotContain(Newsroom.Secret);
    }

    [Fact]
    public async Task A_05_overlapping_wide_and_private_ranges_are_refused()
    {
        await using var site = await Site.OpenAsync();
        var town = await site.AddOrganisationAsync();
        var other = await site.AddOrganisationAsync("Agglo de la Vanne");
        (await AddAsync(town, "185.24.184.0/24")).ShouldBe((null, ""));
        (await AddAsync(other, "185.24.184.128/25")).ShouldBe((RangeRefusal.Overlaps, "Ville de Valmorel (185.24.184.0/24)"));
        (await AddAsync(other, "185.24.0.0/16")).Refusal.ShouldBe(RangeRefusal.Overlaps);
        (await AddAsync(town, "185.24.184.7")).Refusal.ShouldBe(RangeRefusal.Had);
        (await AddAsync(other, "185.26.0.0/15")).Refusal.ShouldBe(RangeRefusal.Wide);
        (await AddAsync(other, "185.26.0.0/15", isMeant: true)).Refusal.ShouldBeNull();
        (await AddAsync(other, "10.0.0.0/24")).Refusal.ShouldBe(RangeRefusal.Special);
        (await AddAsync(other, "185.24.185.1/24")).Refusal.ShouldBe(RangeRefusal.NoRange);
        (await AddAsync(other, "2a01:cb00::/29")).Refusal.ShouldBe(RangeRefusal.Wide);
        (await AddAsync(other, "2a01:cb00::/32")).Refusal.ShouldBeNull();
        // Of two that come at once, one is there.
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => AddAsync(i % 2 == 0 ? town : other, "185.40.0.0/24"))));
        answers.Count(answer => answer.Refusal is null).ShouldBe(1);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == OrganisationActs.RangeAdded))).ShouldBe(4);

        Task<(RangeRefusal? Refusal, string Owner)> AddAsync(Organisation to, string cidr, bool isMeant = false) =>
            site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(to.Id, cidr, isMeant, site.Desk(), default));
    }

    [Fact]
    public async Task A_04_a_domain_is_of_one_organisation()
    {
        await using var site = await Site.OpenAsync();
        var town = await site.AddOrganisationAsync();
        var other = await site.AddOrganisationAsync("Agglo de la Vanne");
        (await AddAsync(town, "gmail.com")).Refusal.ShouldBe(DomainRefusal.Webmail);
        (await AddAsync(town, "fr")).Refusal.ShouldBe(DomainRefusal.Suffix);
        (await AddAsync(town, "gouv.fr")).Refusal.ShouldBe(DomainRefusal.Suffix);
        (await AddAsync(town, "n'importe quoi")).Refusal.ShouldBe(DomainRefusal.NoDomain);
        var answers = await Task.WhenAll(new[] { town, other, town, other }.Select(to => Task.Run(() => AddAsync(to, "valmorel.fr"))));
        answers.Count(answer => answer.Refusal is null).ShouldBe(1);
        answers.Count(answer => answer.Refusal == DomainRefusal.Taken).ShouldBe(2);

        Task<(DomainRefusal? Refusal, string Owner)> AddAsync(Organisation to, string domain) =>
            site.WithAsync<KeepDomains, (DomainRefusal?, string)>(keep => keep.AddAsync(to.Id, domain, site.Desk(), default));
    }

    private static async Task<(Organisation, Subscription)> AddAsync(Site site, Action<Subscription>? change = null)
    {
        var organisation = await site.AddOrganisationAsync();
        var contract = await site.AddContractAsync(organisation, change: change);
        await site.WithAsync<KeepRanges, (RangeRefusal?, string)>(keep => keep.AddAsync(organisation.Id, "185.24.184.0/24", false, site.Desk(), default));
        await site.FollowChangesAsync();
        return (organisation, contract);
    }

    private static async Task<string> PathAsync(Browser browser) => (await browser.GetAsync($"/{Newsroom.Locked}")).Location ?? $"/{Newsroom.Locked}";

    private static Task<Answer> GetAsync(Browser browser, string path, string from, string? forwarded = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Test-Address", from);
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        return browser.SendAsync(request);
    }
}
