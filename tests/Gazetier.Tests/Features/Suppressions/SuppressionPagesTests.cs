using System.Net;
using Gazetier.Features.Suppressions;
using Gazetier.Tests.Features.Bounces;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Suppressions;

/// <summary>Suppressions are seen and lifted: by the desk, and by the reader whose address it is (E-07).</summary>
public class SuppressionPagesTests
{
    private const string Notice = "/mon-compte/adresse-en-panne";

    [Fact]
    public async Task The_reader_hears_of_it_in_their_account_and_tries_again()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/mon-compte/")).Has(".notice.warn").ShouldBeFalse();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        foreach (var page in new[] { "/mon-compte/", "/mon-compte/ma-gazette" })
        {
            (await lou.GetAsync(page)).Text(".notice.warn").ShouldContain("n’existe pas");
        }

        var told = await lou.GetAsync(Notice + "?retour=/mon-compte/ma-gazette");
        told.Text("main").ShouldContain("lou@example.org");
        var lifted = await lou.PostAsync(Notice, ("retour", "/mon-compte/ma-gazette"));
        lifted.Location.ShouldBe(Notice + "?fait=1&retour=%2Fmon-compte%2Fma-gazette");
        (await lou.GetAsync(lifted.Location!)).Text(".notice.good").ShouldContain("lou@example.org");
        (await lou.GetAsync("/mon-compte/")).Has(".notice.warn").ShouldBeFalse();

        var before = site.Mails.Count;
        await site.NextMorningAsync();
        site.Mails.Skip(before).ShouldContain(mail => mail.To == "lou@example.org");
    }

    [Fact]
    public async Task What_came_back_before_the_reader_tried_again_does_not_count()
    {
        await using var site = await ReturnedMorning.PostedAsync(("Mail:Bounces:SoftLimit", "2"));
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        await site.NextMorningAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        await (await site.SignInAsync(Newsroom.Lou)).PostAsync(Notice);
        await site.NextMorningAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        (await site.DoAsync(db => db.Suppressions.Standing().CountAsync())).ShouldBe(0);
        await site.NextMorningAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        (await site.DoAsync(db => db.Suppressions.Standing().CountAsync())).ShouldBe(1);
        (await site.DoAsync(db => db.Suppressions.CountAsync())).ShouldBe(2, "the first stays as history");
    }

    [Fact]
    public async Task E_07_who_signs_in_with_an_address_that_is_nobodys_reads_so_first()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        await site.Visitor().PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"), ("retour", "/articles"));
        await site.PostOutboxAsync();
        var mail = site.Mails.Last(m => m.To == "lou@example.org").Text;
        var path = mail.Split('\n').First(line => line.StartsWith("http://localhost/connexion/", StringComparison.Ordinal))["http://localhost".Length..].Trim();
        var browser = site.Visitor();
        await browser.GetAsync(path);
        var next = (await browser.PostAsync(path)).Location!;
        next.ShouldStartWith(Notice + "?retour=");
        (await browser.GetAsync(next)).Text("h1").ShouldBe("Nous ne vous écrivons plus");
    }

    [Fact]
    public async Task The_way_on_leads_nowhere_but_to_this_site()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(Notice + "?retour=https://evil.example/")).Body.ShouldNotContain("evil.example");
        (await lou.GetAsync(Notice)).Text("main").ShouldContain("Rien ne retient nos envois");
    }

    [Fact]
    public async Task The_desk_searches_understands_and_lifts_and_the_record_says_who()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        await site.ComplainsAsync(Newsroom.Noe);
        var dora = await site.SignInAsync(Newsroom.Dora);
        (await dora.GetAsync("/redaction/adresses-ecartees")).Texts("tbody th").ShouldBe(["lou@example.org", "noe@example.org"], ignoreOrder: true);
        var found = await dora.GetAsync("/redaction/adresses-ecartees?q=LOU");
        found.Texts("tbody th").ShouldBe(["lou@example.org"]);
        found.Text("tbody").ShouldContain("Adresse inconnue de son serveur");
        var id = await site.DoAsync(db => db.Suppressions.Where(s => s.Email == "lou@example.org").Select(s => s.Id).SingleAsync());
        (await dora.PostAsync("/redaction/adresses-ecartees", ("lever", id.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await dora.GetAsync("/redaction/adresses-ecartees?q=lou")).Text("tbody").ShouldContain("par Dora");
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "suppression.lifted"));
        (act.ById, act.AboutId).ShouldBe((Newsroom.Dora, Newsroom.Lou));
        (await dora.PostAsync("/redaction/adresses-ecartees", ("lever", Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await dora.GetAsync("/redaction/adresses-ecartees?q=nobody")).Text(".notice").ShouldBe("Aucune adresse écartée ne répond.");
    }

    [Fact]
    public async Task S_09_who_writes_sees_no_readers_address()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.7.1");
        (await (await site.SignInAsync(Newsroom.Paul)).GetAsync("/redaction/adresses-ecartees")).Status.ShouldBe(HttpStatusCode.NotFound);
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/adresses-ecartees")).Status.ShouldBe(HttpStatusCode.NotFound);
        var health = await ines.GetAsync("/redaction/expedition");
        health.Text("main").ShouldContain("Envois suspendus vers example.org");
        health.Text("main").ShouldNotContain("@example.org");
        health.Texts("#domaines + div tbody th").ShouldBe(["example.org"]);
    }

    [Fact]
    public async Task Whoever_governs_lets_a_held_domain_go_on()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.GetAsync("/redaction/expedition")).Text(".notice.good").ShouldContain("Rien n’est retenu");
        await site.ComesBackAsync(Newsroom.Lou, "5.7.1");
        var id = await site.DoAsync(db => db.PostingAlerts.Select(a => a.Id).SingleAsync());
        (await ines.PostAsync("/redaction/expedition", ("reprendre", id.ToString()))).Location.ShouldBe("/redaction/expedition?fait=1");
        (await ines.GetAsync("/redaction/expedition")).Has(".notice.warn").ShouldBeFalse();
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "posting.resumed"))).Detail.ShouldBe("example.org");
    }

    [Fact]
    public async Task One_query_tells_who_among_many_is_suppressed()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        (await site.DoAsync(db => db.SuppressedAmongAsync(["lou@example.org", "camille@example.org"], CancellationToken.None))).ShouldBe(["lou@example.org"]);
    }
}
