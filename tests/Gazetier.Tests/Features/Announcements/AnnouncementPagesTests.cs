using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static Gazetier.Tests.Features.Announcements.AnnouncementSteps;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>Announcements as readers, feeds and search engines see them, and as the newsroom writes them.</summary>
public class AnnouncementPagesTests
{
    [Fact]
    public async Task What_is_open_is_listed_found_by_words_and_place_and_told_in_feeds()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/annonces/")).Text("main .notice").ShouldContain("Aucune annonce");
        await site.AddAsync(Tender(site), Job(site), Tender(site, "Achat de bennes", place: null));
        foreach (var (path, titles) in new (string, string[])[]
        {
            ("/annonces/", ["Achat de bennes", "Directeur des services techniques", "Réfection des toitures de l’école"]),
            ("/annonces/marches-publics/", ["Achat de bennes", "Réfection des toitures de l’école"]),
            ("/annonces/emploi/", ["Directeur des services techniques"]),
            ("/annonces/recherche?q=toiture", ["Réfection des toitures de l’école"]),
            ("/annonces/recherche?q=REFECTION+des+Ecoles", ["Réfection des toitures de l’école"]),
            ("/annonces/recherche?lieu=Nord", ["Directeur des services techniques"]),
            ("/annonces/recherche?lieu=Hauts-de-France&genre=emploi", ["Directeur des services techniques"]),
            ("/annonces/recherche?lieu=Lille&nature=Works", []),
            ("/annonces/recherche?nature=Works&genre=marches-publics", ["Achat de bennes", "Réfection des toitures de l’école"]),
            ("/annonces/recherche?q=lune", []),
        })
        {
            (await visitor.GetAsync(path)).Texts("main h2 a").Order().ShouldBe(titles.Order(), path);
        }

        (await visitor.GetAsync("/annonces/recherche?lieu=Saint-Denis")).Text("main .notice.warn").ShouldContain("Plusieurs lieux");
        foreach (var feed in new[] { "/annonces/feed/", "/annonces/marches-publics/feed.atom", "/annonces/marches-publics/feed.json" })
        {
            (await visitor.GetAsync(feed)).Body.ShouldContain("refection-des-toitures-de-l-ecole", Case.Sensitive, feed);
        }

        (await visitor.GetAsync("/annonces/emploi/feed/")).Body.ShouldNotContain("refection");
        (await visitor.GetAsync("/annonces/lune/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/annonces/lune/feed/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/annonces/?page=2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/avis/")).Location.ShouldBe("/annonces/");
    }

    [Fact]
    public async Task An_announcement_has_one_address_and_a_job_its_data_for_machines()
    {
        await using var site = await Site.OpenAsync();
        var (tender, job) = (Tender(site), Job(site, "</script><script>alert(1)</script>"));
        tender.Link = "https://marches.example/1";
        await site.AddAsync(tender, job);
        using var visitor = site.Visitor();
        (await visitor.GetAsync($"/annonces/{tender.Id}/autre-chose/")).Location.ShouldBe(tender.Path);
        (await visitor.GetAsync($"/annonces/{tender.Id}")).Location.ShouldBe(tender.Path);
        var page = await visitor.GetAsync(tender.Path);
        page.Text(".prose strong").ShouldBe("lots");
        page.Document.QuerySelector(".rail a.button")!.GetAttribute("href").ShouldBe("https://marches.example/1");
        page.Body.ShouldNotContain("JobPosting", Case.Sensitive, "a tender is no job");
        var posting = JsonDocument.Parse((await visitor.GetAsync(job.Path)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        (posting.GetProperty("@type").GetString(), posting.GetProperty("title").GetString()).ShouldBe(("JobPosting", job.Title));
        posting.GetProperty("jobLocation").GetProperty("address").GetProperty("addressLocality").GetString().ShouldBe("Lille");
    }

    [Fact]
    public async Task It_ends_by_itself_everywhere_at_its_deadline()
    {
        await using var site = await Site.OpenAsync();
        var tender = Tender(site, days: 2);
        await site.AddAsync(tender);
        using var visitor = site.Visitor();
        string[] everywhere = ["/annonces/", "/annonces/marches-publics/", "/annonces/recherche?q=toiture", "/annonces/feed/", "/annonces/marches-publics/feed.json", "/sitemap.xml"];
        foreach (var path in everywhere)
        {
            (await visitor.GetAsync(path)).Body.ShouldContain(tender.Path, Case.Sensitive, path);
        }

        (await visitor.GetAsync(tender.Path)).Body.ShouldNotContain("noindex");
        // No job runs, nobody writes: the pages were kept until this instant.
        site.Clock.Advance(TimeSpan.FromDays(2));
        foreach (var path in everywhere)
        {
            (await visitor.GetAsync(path)).Body.ShouldNotContain(tender.Path, Case.Sensitive, path);
        }

        var ended = await visitor.GetAsync(tender.Path);
        (ended.Status, ended.Text("main .status")).ShouldBe((HttpStatusCode.OK, "Terminée"));
        ended.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        (await visitor.GetAsync("/annonces/recherche?q=toiture&terminees=oui")).Texts("main h2 a").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_newsroom_writes_corrects_withdraws_and_puts_back()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var wrong = await ines.PostAsync(Bureau + "/nouvelle", ("genre", "Tender"), ("objet", ""), ("organisme", ""), ("limite", "bientôt"), ("lien", "javascript:alert(1)"), ("territoire", "Saint-Denis"));
        (wrong.Status, wrong.Texts(".error-summary li").Count).ShouldBe((HttpStatusCode.UnprocessableEntity, 5));
        (string, string)[] form = [("genre", "Job"), ("objet", "Archiviste"), ("organisme", "Valmorel"), ("limite", "2026-12-20T12:00"), ("territoire", "Savoie"), ("nature", "Works"), ("grade", "Attaché"), ("texte", "# Poste\n\n<img src=x onerror=alert(1)>Des cartons.")];
        var saved = (await ines.PostAsync(Bureau + "/nouvelle", form)).Location!;
        var draft = (await site.AnnouncementsAsync()).Single();
        (saved, draft.Nature, draft.PublishedAt).ShouldBe(($"{Bureau}/{draft.Id}?fait=enregistre", null, null));
        (await visitor.GetAsync(draft.Path)).Status.ShouldBe(HttpStatusCode.NotFound);

        await ines.PostAsync($"{Bureau}/{draft.Id}", [.. form, ("publie", "true"), ("version", "0")]);
        await site.FollowChangesAsync();
        var page = await visitor.GetAsync(draft.Path);
        page.Text("h1").ShouldBe("Archiviste");
        page.Body.ShouldNotContain("onerror=");
        (await ines.PostAsync($"{Bureau}/{draft.Id}", [.. form, ("version", "0")])).Status.ShouldBe(HttpStatusCode.Conflict, "it was changed meanwhile");

        await ines.PostAsync($"{Bureau}/{draft.Id}", ("faire", "retirer"));
        await ines.PostAsync($"{Bureau}/{draft.Id}", ("faire", "retirer"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync(draft.Path)).Status.ShouldBe(HttpStatusCode.Gone);
        (await ines.GetAsync(Bureau + "?etat=Withdrawn&q=archivistes")).Texts("tbody th a").ShouldBe(["Archiviste"]);
        await ines.PostAsync($"{Bureau}/{draft.Id}", ("faire", "remettre"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync(draft.Path)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.DoAsync(db => db.Changes.CountAsync(c => c.What == "announcement.withdrawn"))).ShouldBe(1, "the second found nothing to take off");
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync(Bureau)).Status.ShouldBe(HttpStatusCode.NotFound, "journalists keep no announcements");
    }
}
