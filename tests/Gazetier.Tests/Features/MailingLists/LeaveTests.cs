using System.Net;
using System.Text;
using Gazetier.Features.Consents;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.MailingLists;

public class LeaveTests
{
    [Fact]
    public async Task One_click_takes_the_reader_off_at_once_whatever_the_body_and_as_often_as_it_comes()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        foreach (var content in new HttpContent[]
        {
            new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded"),
            new StringContent(""),
            new StringContent("--nonsense", Encoding.UTF8, "multipart/form-data"),
            new StringContent("{", Encoding.UTF8, "application/json"),
        })
        {
            using var provider = site.Visitor();
            var answer = await provider.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Headers = { { "Sec-Fetch-Site", "cross-site" } } });
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Headers["Content-Type"].ShouldStartWith("text/plain");
            answer.Headers.ShouldNotContainKey("Set-Cookie");
        }

        (await RhythmAsync(site)).ShouldBe((Frequency.Never, null));
        var no = (await ConsentsAsync(site)).Last();
        (no.IsGiven, no.Text, no.Origin, no.At).ShouldBe((false, "List-Unsubscribe=One-Click", "désinscription en un clic (RFC 8058)", site.Now));
        (await ConsentsAsync(site)).Count.ShouldBe(2, "said once, however often it came");
    }

    [Fact]
    public async Task L_52_many_who_press_at_once_leave_one_proof()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        using var provider = site.Visitor();
        (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => provider.PostAsync(address)))).ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await ConsentsAsync(site)).Select(c => c.IsGiven).ShouldBe([true, false]);
        (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => provider.PostAsync(address + "/reprendre")))).ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await ConsentsAsync(site)).Select(c => c.IsGiven).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task Looking_changes_nothing_however_many_gateways_look()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        var before = await RhythmAsync(site);
        using var gateway = site.Visitor();
        var looks = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            gateway.SendAsync(new HttpRequestMessage(n % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, address))));
        looks.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        looks[0].Texts("main form button").ShouldBe(["Ne plus recevoir Ma Gazette"]);
        looks[0].Has("a[href='/mon-compte/ma-gazette']").ShouldBeTrue();
        looks[0].Headers["Cache-Control"].ShouldBe("no-store");
        looks[0].Headers["X-Robots-Tag"].ShouldBe("noindex");
        looks[0].Headers["Referrer-Policy"].ShouldBe("no-referrer");
        (await RhythmAsync(site)).ShouldBe(before);
    }

    [Fact]
    public async Task A_token_that_is_not_ours_leads_nowhere()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        using var visitor = site.Visitor();
        var other = "/u/" + (await site.Services.GetRequiredService<UnsubscribeLink>().ForAsync("autre-lettre", CancellationToken.None))(Newsroom.Lou);
        foreach (var wrong in new[] { "/u/x", address[..^1], address + "A", other, "/u/%0d%0a", "/u/" + new string('A', 1000) })
        {
            var answer = await visitor.GetAsync(wrong);
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer.Text("h1").ShouldBe("Ce lien ne fonctionne plus");
            (await visitor.PostAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await RhythmAsync(site)).Frequency.ShouldBe(Frequency.EachMorning);
    }

    [Fact]
    public async Task A_person_who_presses_the_button_is_told_and_can_undo_it()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        using var person = site.Visitor();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { { "Accept", "text/html,*/*" } } };
        var done = await person.SendAsync(request);
        done.Text("h1").ShouldBe("C’est fait");
        (await person.GetAsync(address)).Text("h1").ShouldBe("C’est fait");
        (await RhythmAsync(site)).Frequency.ShouldBe(Frequency.Never);

        var undo = done.Document.QuerySelector("main form")!.GetAttribute("action")!;
        undo.ShouldBe(address + "/reprendre");
        (await person.GetAsync(undo)).Location.ShouldBe(address);
        (await RhythmAsync(site)).Frequency.ShouldBe(Frequency.Never);
        (await person.PostAsync(undo)).Text("h1").ShouldBe("Ma Gazette reprend");
        var rhythm = await RhythmAsync(site);
        rhythm.ShouldBe((Frequency.EachMorning, Morning.Seven.UtcDateTime));
        (await ConsentsAsync(site)).Select(c => (c.IsGiven, c.Origin)).ShouldBe(
            [(true, "/mon-compte/ma-gazette"), (false, "lien de désinscription"), (true, "lien de désinscription, repris")]);
        (await person.PostAsync("/u/x/reprendre")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reader_without_an_account_any_more_is_answered_the_same()
    {
        await using var site = await Site.OpenAsync();
        var address = await AddressAsync(site);
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Lou).ExecuteDeleteAsync());
        using var visitor = site.Visitor();
        (await visitor.PostAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<List<Consent>> ConsentsAsync(Site site) => site.DoAsync(db => db.Consents.AsNoTracking().OrderBy(c => c.Id).ToListAsync());

    private static async Task<string> AddressAsync(Site site)
    {
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        return "/u/" + (await site.Services.GetRequiredService<UnsubscribeLink>().ForAsync(Digest.List, CancellationToken.None))(Newsroom.Lou);
    }

    private static Task<(Frequency Frequency, DateTime? NextDueAt)> RhythmAsync(Site site) => site.DoAsync(async db =>
    {
        var rhythm = await db.DigestRhythms.AsNoTracking().SingleAsync();
        return (rhythm.Frequency, rhythm.NextDueAt);
    });
}
