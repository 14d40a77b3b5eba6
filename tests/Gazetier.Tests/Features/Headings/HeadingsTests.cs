using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Follows;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Headings;

public class HeadingsTests
{
    [Theory]
    [InlineData("/redaction/themes", "Eau", "/themes/eau/")]
    [InlineData("/redaction/dossiers", "Le partage de l’eau", "/dossiers/partage-de-l-eau/")]
    [InlineData("/redaction/auteurs", "Claire Vasseur", "/auteurs/claire-vasseur/")]
    public async Task A_list_says_what_stands_under_each_and_is_searched(string list, string name, string address)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var page = await ines.GetAsync(list);
        page.Texts("tbody th").ShouldContain(name);
        page.Text($"tr:has(a[href='{address}']) td.number").ShouldNotBe("0");
        (await ines.GetAsync($"{list}?q={Uri.EscapeDataString(name.ToUpperInvariant())}")).Texts("tbody th").ShouldBe([name]);
        (await ines.GetAsync(list + "?q=zzz")).Has("tbody").ShouldBeFalse();
    }

    [Theory]
    [InlineData("themes")]
    [InlineData("dossiers")]
    [InlineData("auteurs")]
    [InlineData("rubriques")]
    public async Task One_is_added_named_moved_and_deleted(string folder)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.PostAsync($"/redaction/{folder}/nouveau", ("nom", "Énergie & climat"))).Location.ShouldBe($"/redaction/{folder}/energie-climat?fait=cree");
        (await visitor.GetAsync($"/{folder}/energie-climat/")).Text("h1").ShouldBe("Énergie & climat");

        await ines.PostAsync($"/redaction/{folder}/energie-climat", ("nom", "Énergie"), ("adresse", "energie"), ("texte", "Chaleur, courant, lumière."), ("fonction", "climatologue"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync($"/{folder}/energie/")).Body.ShouldContain("Chaleur, courant, lumière.");
        foreach (var suffix in new[] { "", "feed/", "feed.atom", "feed.json" })
        {
            var old = await visitor.GetAsync($"/{folder}/energie-climat/{suffix}");
            (old.Status, old.Location).ShouldBe((HttpStatusCode.MovedPermanently, $"/{folder}/energie/{suffix}"));
        }

        // Back again: nobody is sent in a circle.
        await ines.PostAsync($"/redaction/{folder}/energie", ("nom", "Énergie"), ("adresse", "energie-climat"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync($"/{folder}/energie-climat/")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync($"/{folder}/energie/")).Location.ShouldBe($"/{folder}/energie-climat/");

        (await ines.PostAsync($"/redaction/{folder}/energie-climat/suppression")).Location.ShouldBe($"/redaction/{folder}?fait=supprime");
        await site.FollowChangesAsync();
        (await visitor.GetAsync($"/{folder}/energie-climat/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("themes/eau", "numerique")]
    [InlineData("themes/eau", "nouveau")]
    [InlineData("auteurs/claire-vasseur", "yann-morel")]
    [InlineData("rubriques/france", "juridique")]
    public async Task An_address_that_leads_to_another_is_refused(string one, string slug)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.PostAsync("/redaction/" + one, ("nom", "Nom"), ("adresse", slug));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Has(".error-summary a[href='#adresse']").ShouldBeTrue();
    }

    [Fact]
    public async Task What_something_depends_on_is_not_deleted_and_the_page_says_what()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await FollowAsync(site, Newsroom.Camille, Newsroom.Digital.Id);
        var page = await ines.GetAsync("/redaction/themes/numerique/suppression");
        page.Texts(".facts-list li").ShouldBe(["1 article, publié ou non", "1 suivi de lecteur"]);
        page.Has("a[href='/redaction/themes/numerique/fusion']").ShouldBeTrue();
        (await ines.PostAsync("/redaction/themes/numerique/suppression")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync("/redaction/rubriques/actualite/suppression")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.DoAsync(db => db.Themes.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_section_that_is_deleted_leaves_the_menu()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync("/redaction/rubriques/nouveau", ("nom", "Vide"));
        var section = await site.DoAsync(db => db.Sections.SingleAsync(s => s.Slug == "vide"));
        await ines.PostAsync("/redaction/menu", ("action", "rubrique"), ("rubrique", section.Id.ToString()));
        (await ines.PostAsync("/redaction/rubriques/vide/suppression")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.MenuEntries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_theme_that_is_merged_gives_all_that_it_has_and_its_address_answers_for_good()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        // Both themes on one article, both followed by one reader, one followed by another, a block of the front page, an older merger.
        await site.DoAsync(async db =>
        {
            (await db.Articles.Include(a => a.Themes).SingleAsync(a => a.Id == Newsroom.Free)).Themes.Add(await db.Themes.SingleAsync(t => t.Slug == "numerique"));
            db.Add(new FrontPageBlock { ArrangementId = Arrangement.First, Kind = BlockKind.Theme, SubjectId = Newsroom.Digital.Id, Seats = 4, Position = 1 });
            db.Add(new Theme { Slug = "informatique", Name = "Informatique" });
            await db.SaveChangesAsync();
        });
        await FollowAsync(site, Newsroom.Camille, Newsroom.Digital.Id);
        await FollowAsync(site, Newsroom.Camille, Newsroom.Water.Id);
        await FollowAsync(site, Newsroom.Lou, Newsroom.Digital.Id);
        await ines.PostAsync("/redaction/themes/informatique/fusion", ("dans", "numerique"));

        var preview = await ines.GetAsync("/redaction/themes/numerique/fusion?dans=eau");
        preview.Text("main").ShouldContain("2 articles, publiés ou non");
        preview.Text("main").ShouldContain("dont 1 article qui porte déjà les deux");
        preview.Text("main").ShouldContain("dont 1 lecteur qui suit déjà les deux");
        (await ines.PostAsync("/redaction/themes/numerique/fusion", ("dans", "eau"))).Location.ShouldBe("/redaction/themes/eau?fait=fusionne");
        await site.FollowChangesAsync();

        (await visitor.GetAsync("/themes/eau/")).Text("main").ShouldContain("Un serveur pour quatorze communes");
        foreach (var (old, target) in new[] { ("/themes/numerique/", "/themes/eau/"), ("/themes/numerique/feed.atom", "/themes/eau/feed.atom"), ("/themes/informatique/feed/", "/themes/eau/feed/") })
        {
            (await visitor.GetAsync(old)).Location.ShouldBe(target);
        }

        await site.DoAsync(async db =>
        {
            (await db.Follows.Where(f => f.Kind == FollowKind.Theme).Select(f => f.SubjectId).ToListAsync()).ShouldBe([Newsroom.Water.Id, Newsroom.Water.Id]);
            (await db.Listings.CountAsync(l => l.ListId == Newsroom.Digital.Id)).ShouldBe(0);
            (await db.FrontPageBlocks.SingleAsync()).SubjectId.ShouldBe(Newsroom.Water.Id);
            (await db.Mergers.Select(m => m.IntoId).ToListAsync()).ShouldAllBe(id => id == Newsroom.Water.Id);
            (await db.Acts.CountAsync(a => a.What == "theme.merged")).ShouldBe(2);
            (await db.Themes.CountAsync()).ShouldBe(1);
        });
        // Nobody takes the address of what was merged.
        (await ines.PostAsync("/redaction/themes/nouveau", ("nom", "Numérique"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_manuscript_that_names_what_was_merged_is_published_under_what_it_became()
    {
        await using var site = await Site.OpenAsync();
        var ines = new SignedIn(Newsroom.Ines, Guid.Empty, "Inès", StaffRole.EditorInChief, default, null, null, true);
        var content = new Content { Headline = "Réseaux", Body = "<p>Texte.</p>", MainSection = Newsroom.News.Id, Themes = [Newsroom.Digital.Id], Authors = [Newsroom.Guest.Id, Newsroom.Claire.Id] };
        var id = await site.WithAsync<BeginManuscript, long>(begin => begin.RunAsync(content, new Order(null, null, null, "", null), ines, default));
        using var browser = await site.SignInAsync(Newsroom.Ines);
        await browser.PostAsync("/redaction/themes/numerique/fusion", ("dans", "eau"));
        await browser.PostAsync("/redaction/auteurs/yann-morel/fusion", ("dans", "claire-vasseur"));

        (await site.WithAsync<PublishArticle, PublishOutcome>(publish => publish.RunAsync(id, new Gazetier.Features.Manuscripts.Publication(new StartingPoint(1)), ines, default))).ShouldBe(PublishOutcome.Done);
        var article = await site.DoAsync(db => db.Articles.Include(a => a.Themes).Include(a => a.Bylines).SingleAsync(a => a.Id == id));
        article.Themes.ShouldHaveSingleItem().Id.ShouldBe(Newsroom.Water.Id);
        article.Bylines.ShouldHaveSingleItem().AuthorId.ShouldBe(Newsroom.Claire.Id);
    }

    [Fact]
    public async Task The_parts_of_a_merged_dossier_come_after_the_others()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync("/redaction/dossiers/nouveau", ("nom", "Les réseaux"));
        foreach (var article in new[] { Newsroom.Free, Newsroom.ForRegistered })
        {
            await ines.PostAsync("/redaction/dossiers/les-reseaux/articles", ("action", $"ajouter:{article}"));
        }

        await ines.PostAsync("/redaction/dossiers/les-reseaux/fusion", ("dans", "partage-de-l-eau"));
        (await site.DoAsync(db => db.DossierParts.OrderBy(p => p.Position).Select(p => p.ArticleId).ToListAsync()))
            .ShouldBe([Newsroom.Free, Newsroom.Locked, Newsroom.ForRegistered]);
    }

    [Fact]
    public async Task The_parts_of_a_dossier_are_ordered_by_buttons_and_by_numbers()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        const string page = "/redaction/dossiers/partage-de-l-eau/articles";
        await ines.PostAsync(page, ("action", "ajouter:2"));
        await ines.PostAsync(page, ("action", "monter:2"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/dossiers/partage-de-l-eau/")).Texts(".list h2").ShouldBe(["L’eau devient plus chère", "Un serveur pour quatorze communes", "Le syndicat coupe deux forages"]);

        await ines.PostAsync(page, ("article", "1"), ("article", "2"), ("article", "3"), ("rang", "3"), ("rang", "2"), ("rang", "3"));
        await ines.PostAsync(page, ("action", "retirer:2"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/dossiers/partage-de-l-eau/")).Texts(".list h2").ShouldBe(["Le syndicat coupe deux forages", "L’eau devient plus chère"]);
        (await ines.GetAsync(page + "?q=serveur")).Texts(".offered .what").ShouldHaveSingleItem().ShouldContain("Un serveur");
    }

    [Fact]
    public async Task A_section_moves_in_the_tree_keeps_its_address_and_makes_no_circle()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.PostAsync("/redaction/rubriques/actualite", ("nom", "Actualité"), ("adresse", "actualite"), ("parent", Newsroom.France.Id.ToString())))
            .Text(".error-summary").ShouldContain("ni sous une rubrique qu’elle contient");
        await ines.PostAsync("/redaction/rubriques/france", ("nom", "France"), ("adresse", "france"), ("parent", Newsroom.Law.Id.ToString()));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/rubriques/france/")).Texts(".breadcrumb li").ShouldBe(["Accueil", "Juridique", "France"]);
        (await visitor.GetAsync("/rubriques/juridique/")).Text(".list").ShouldContain("Le syndicat coupe deux forages");
        (await visitor.GetAsync("/rubriques/actualite/")).Text(".list").ShouldNotContain("Le syndicat coupe deux forages");

        await ines.PostAsync("/redaction/rubriques", ("action", "monter:juridique"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Texts(".masthead .sections li").ShouldBe(["Juridique", "Actualité"]);
        await ines.PostAsync("/redaction/rubriques", ("rang[actualite]", "1"), ("rang[juridique]", "1"));
        (await site.DoAsync(db => db.Sections.Where(s => s.ParentId == null).OrderBy(s => s.Position).Select(s => s.Slug).ToListAsync())).ShouldBe(["actualite", "juridique"]);
    }

    private static Task FollowAsync(Site site, Guid account, Guid theme) => site.DoAsync(async db =>
    {
        db.Follows.Add(new Follow { AccountId = account, Kind = FollowKind.Theme, SubjectId = theme, CreatedAt = site.Now });
        await db.SaveChangesAsync();
    });
}
