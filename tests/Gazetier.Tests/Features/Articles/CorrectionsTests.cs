using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class CorrectionsTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";
    private static readonly SignedIn Ines = new(Newsroom.Ines, Guid.CreateVersion7(), "Inès", StaffRole.EditorInChief, Language.French, null, null, true);

    [Fact]
    public async Task The_latest_stands_under_the_headline_and_all_at_the_foot_oldest_first()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var before = await visitor.GetAsync(Locked);
        before.Has(".corrections").ShouldBeFalse();
        await RepublishAsync(site, "Deux forages, et non trois.");
        site.Clock.Advance(TimeSpan.FromHours(2));
        await RepublishAsync(site, "Le syndicat s’appelle Valeau.");
        var page = await visitor.GetAsync(Locked);
        page.Text(".updated").ShouldBe("Mis à jour le 23 novembre 2026 à 7 h 30 : Le syndicat s’appelle Valeau.");
        page.Texts(".corrections .wire li").ShouldBe(["23 novembre 2026 à 5 h 30 Deux forages, et non trois.", "23 novembre 2026 à 7 h 30 Le syndicat s’appelle Valeau."]);
        page.Document.QuerySelector(".corrections time")!.GetAttribute("datetime").ShouldBe("2026-11-23T05:30:00+01:00");
    }

    [Fact]
    public async Task A_version_that_nobody_is_told_of_is_dated_and_its_text_is_nowhere()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        await RepublishAsync(site, "");
        var page = await visitor.GetAsync(Locked);
        page.Has(".updated").ShouldBeFalse();
        page.Text("h2#corrections").ShouldBe("Versions");
        page.Text(".corrections > .byline").ShouldBe("Paru le 23 novembre 2026 à 3 h 30 ; version nouvelle le 23 novembre 2026 à 5 h 30.");
        page.Text(".corrections").ShouldNotContain("Chapô de l’article 3");
        Newsroom.Secret.Split(' ').ShouldAllBe(word => !page.Body.Contains(word));
    }

    [Fact]
    public async Task Feeds_metadata_and_sitemap_tell_it_too()
    {
        await using var site = await Site.OpenAsync();
        await RepublishAsync(site, "Deux forages, et non trois.");
        using var visitor = site.Visitor();
        var rss = XDocument.Parse((await visitor.GetAsync("/feed/")).Body);
        var item = rss.Descendants("item").First();
        item.Element("description")!.Value.ShouldContain("Deux forages, et non trois.");
        item.Elements().Single(e => e.Name.LocalName == "encoded").Value.ShouldContain("<h2>Corrections</h2>");
        var atom = XDocument.Parse((await visitor.GetAsync("/feed.atom")).Body);
        atom.Descendants().First(e => e.Name.LocalName == "entry").Elements().Single(e => e.Name.LocalName == "updated").Value.ShouldBe("2026-11-23T04:30:00Z");
        (await visitor.GetAsync("/feed.json")).Body.ShouldContain("\"date_modified\":\"2026-11-23T04:30:00Z\"");
        XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Body).Descendants().Single(e => e.Name.LocalName == "loc" && e.Value.EndsWith(Locked, StringComparison.Ordinal))
            .ElementsAfterSelf().First().Value.ShouldBe("2026-11-23T04:30:00Z");

        var json = JsonDocument.Parse((await visitor.GetAsync(Locked)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        json.GetProperty("dateModified").GetString().ShouldBe("2026-11-23T04:30:00Z");
        var told = json.GetProperty("correction")[0];
        (told.GetProperty("@type").GetString(), told.GetProperty("text").GetString(), told.GetProperty("datePublished").GetString())
            .ShouldBe(("CorrectionComment", "Deux forages, et non trois.", "2026-11-23T04:30:00Z"));
    }

    [Fact]
    public async Task The_list_of_all_is_kept_follows_and_has_feeds()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/corrections")).Location.ShouldBe("/corrections/");
        (await visitor.GetAsync("/corrections/")).Text(".notice").ShouldBe("Rien n’a encore été corrigé.");
        await RepublishAsync(site, "Deux forages, et non trois.");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await RepublishAsync(site, "Quatre pour cent, et non cinq.", Newsroom.Free);

        var page = await visitor.GetAsync("/corrections/");
        page.Texts(".corrected h2").ShouldBe(["L’eau devient plus chère", "Le syndicat coupe deux forages"]);
        page.Document.QuerySelector(".corrected a")!.GetAttribute("href").ShouldBe("/1/l-eau-devient-plus-chere/#corrections");
        page.Has("link[rel=alternate][href='/corrections/feed/']").ShouldBeTrue();
        (await visitor.GetAsync("/corrections/?page=2")).Status.ShouldBe(HttpStatusCode.NotFound);
        var feed = XDocument.Parse((await visitor.GetAsync("/corrections/feed/")).Body);
        feed.Descendants("item").Select(i => i.Element("title")!.Value).ShouldBe(["Correction\u00A0: L’eau devient plus chère", "Correction\u00A0: Le syndicat coupe deux forages"]);
        feed.Descendants("guid").Select(g => g.Value).Distinct().Count().ShouldBe(2);

        await site.WithAsync<WithdrawArticle, bool>(withdraw => withdraw.RunAsync(Newsroom.Free, "Erreur.", true, Ines, CancellationToken.None));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/corrections/")).Texts(".corrected h2").ShouldBe(["Le syndicat coupe deux forages"]);
        (await visitor.GetAsync("/corrections/feed.atom")).Body.ShouldNotContain("devient plus");
    }

    [Fact]
    public async Task What_an_import_said_of_the_latest_change_stays_when_another_comes()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.ModifiedAt, site.Now.AddHours(-1)).SetProperty(x => x.ModifiedReason, "Le nom du maire.")));
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Locked)).Texts(".corrections .wire span").ShouldBe(["Le nom du maire."]);
        await RepublishAsync(site, "Deux forages, et non trois.");
        (await visitor.GetAsync(Locked)).Texts(".corrections .wire span").ShouldBe(["Le nom du maire.", "Deux forages, et non trois."]);
    }

    [Fact]
    public async Task The_foot_of_every_page_leads_there()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var links = (await visitor.GetAsync("/")).Document.QuerySelectorAll("footer a").Select(a => a.GetAttribute("href")).ToList();
        new[] { "/corrections/", "/droit-de-reponse", "/ia" }.ShouldBeSubsetOf(links);
    }

    private static async Task RepublishAsync(Site site, string correction, long article = Newsroom.Locked)
    {
        var newest = await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == article).Select(m => (int?)m.Newest).FirstOrDefaultAsync()) ?? 1;
        var outcome = await site.WithAsync<PublishArticle, PublishOutcome>(publish =>
            publish.RunAsync(article, new Publication(new StartingPoint(newest), Correction: correction), Ines, CancellationToken.None));
        outcome.ShouldBe(PublishOutcome.Done);
        await site.FollowChangesAsync();
    }
}
