using System.Net;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Digests;

public class MaGazetteTests
{
    private const string Page = "/mon-compte/ma-gazette";

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_comes_back()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Page)).Location.ShouldBe("/connexion?retour=%2Fmon-compte%2Fma-gazette");
    }

    [Fact]
    public async Task The_form_says_what_each_choice_would_bring_a_week()
    {
        await using var site = await Site.OpenAsync();
        for (var n = 0; n < 20; n++)
        {
            await site.PublishAsync($"Brève {n}", site.Now.AddDays(-n));
        }

        await site.PublishAsync("Trop vieux", site.Now.AddDays(-60));
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync(Page);
        page.Headers["Cache-Control"].ShouldBe("no-store");
        // 20 and the cast's two, in eight weeks.
        page.Texts("input[value=eau] ~ .count").ShouldBe(["≈ 3 par semaine"]);
        page.Texts("input[value=numerique] ~ .count").ShouldBe(["moins d’un par semaine"]);
        page.Texts("input[value=actualite] ~ .count").ShouldBe(["≈ 3 par semaine"]);
        // Where an article stands beside its main section counts too: following brings it.
        page.Texts("input[value=juridique] ~ .count").ShouldBe(["moins d’un par semaine"]);
        page.Texts("details.fold summary").ShouldBe(["Rubriques (0 sur 3)", "Dossiers (0 sur 1)", "Auteurs (0 sur 2)", "Lieux (0)", "Mots et expressions (0)"]);
        page.Texts(".edition > p").Single().ShouldStartWith("Cochez des thèmes");
    }

    [Fact]
    public async Task Choosing_is_one_form_and_the_page_says_when_the_edition_leaves_and_shows_it()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var saved = await lou.PostAsync(Page, ("Themes", "eau"), ("Themes", "n-existe-pas"), ("Sections", "actualite"), ("Authors", "claire-vasseur"), ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        saved.Status.ShouldBe(HttpStatusCode.Found);
        var page = await lou.GetAsync(saved.Location!);
        page.Text(".notice").ShouldBe("Enregistré. Votre prochaine édition part lundi 23 novembre à 7 h.");
        page.Document.QuerySelectorAll("input[type=checkbox][checked]:not([name=Days])").Select(i => i.GetAttribute("value")).Order().ShouldBe(["actualite", "claire-vasseur", "eau"]);
        page.Texts(".edition h3").ShouldBe(["Le syndicat coupe deux forages", "Un serveur pour quatorze communes"]);
        page.Texts(".edition .reserved").Count.ShouldBe(1);

        await lou.PostAsync(Page, ("Themes", "numerique"), ("Frequency", "Weekly"), ("Hour", "18"), ("Day", "Friday"));
        (await site.DoAsync(db => db.Follows.Select(f => f.SubjectId).ToListAsync())).ShouldBe([Newsroom.Digital.Id]);
        page = await lou.GetAsync(Page + "?fait=enregistre");
        page.Text(".notice").ShouldBe("Enregistré. Votre prochaine édition part vendredi 27 novembre à 18 h.");

        await lou.PostAsync(Page, ("Themes", "numerique"), ("Frequency", "Never"), ("Hour", "7"), ("Day", "Monday"));
        (await lou.GetAsync(Page + "?fait=enregistre")).Text(".notice").ShouldStartWith("C’est enregistré. Votre édition n’est plus postée");
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync())).NextDueAt.ShouldBeNull();

        await lou.PostAsync(Page, ("Frequency", "EachMorning"), ("Hour", "7"), ("Day", "Monday"));
        page = await lou.GetAsync(Page + "?fait=enregistre");
        page.Text(".notice").ShouldStartWith("C’est enregistré. Vous ne suivez rien");
        page.Text(".edition > p").ShouldStartWith("Cochez des thèmes");
    }

    [Fact]
    public async Task A_preview_shows_the_choice_and_saves_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var preview = await lou.PostAsync(Page, ("Themes", "numerique"), ("Frequency", "EachMorning"), ("Hour", "9"), ("Day", "Monday"), ("apercu", "1"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Texts(".edition h3").ShouldBe(["Un serveur pour quatorze communes"]);
        preview.Has("input[value=numerique][checked]").ShouldBeTrue();
        preview.Has("#Hour option[value='9'][selected]").ShouldBeTrue();
        (await site.DoAsync(async db => (await db.Follows.CountAsync(), await db.DigestRhythms.CountAsync()))).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("Hour", "4")]
    [InlineData("Hour", "21")]
    [InlineData("Hour", "midi")]
    [InlineData("Frequency", "Toujours")]
    [InlineData("Day", "9")]
    public async Task What_cannot_be_is_refused_in_words_and_the_choice_stays_on_the_page(string field, string value)
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var fields = new Dictionary<string, string> { ["Themes"] = "eau", ["Frequency"] = "EachMorning", ["Hour"] = "7", ["Day"] = "Monday", [field] = value };
        var answer = await lou.PostAsync(Page, [.. fields.Select(f => (f.Key, f.Value))]);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + field);
        answer.Has("#" + field).ShouldBeTrue();
        answer.Document.Title!.ShouldStartWith("Erreur\u00A0:");
        answer.Has("input[value=eau][checked]").ShouldBeTrue();
        (await site.DoAsync(db => db.Follows.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_button_on_a_page_follows_says_so_and_leads_back()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var followed = await lou.PostAsync("/suivre", ("kind", "theme"), ("slug", "eau"), ("retour", "/themes/eau/"));
        var page = await lou.GetAsync(followed.Location!);
        page.Text(".notice").ShouldBe("Vous suivez désormais « Eau ». Revenir à la page");
        page.Document.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe("/themes/eau/");
        await lou.PostAsync("/suivre", ("kind", "theme"), ("slug", "eau"));
        (await site.DoAsync(db => db.Follows.SingleAsync())).ShouldSatisfyAllConditions(f => f.SubjectId.ShouldBe(Newsroom.Water.Id), f => f.Kind.ShouldBe(FollowKind.Theme));
        // Mail is asked for in its own words, never by a button that says "follow".
        (await site.DoAsync(db => db.DigestRhythms.CountAsync())).ShouldBe(0);

        var ended = await lou.PostAsync("/suivre", ("kind", "theme"), ("slug", "eau"), ("action", "quitter"), ("retour", "//ailleurs.example"));
        page = await lou.GetAsync(ended.Location!);
        page.Text(".notice").ShouldBe("Vous ne suivez plus « Eau ». Revenir à la page");
        page.Document.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe("/");
        (await site.DoAsync(db => db.Follows.CountAsync())).ShouldBe(0);
        (await lou.PostAsync("/suivre", ("kind", "theme"), ("slug", "absent"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lou.PostAsync("/suivre", ("kind", "recette"), ("slug", "eau"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visitor_who_follows_signs_in_first_and_finds_the_box_ticked_but_not_saved()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var answer = await visitor.PostAsync("/suivre", ("kind", "theme"), ("slug", "eau"), ("retour", "/themes/eau/"));
        answer.Location!.ShouldStartWith("/connexion?retour=");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync(Uri.UnescapeDataString(answer.Location!["/connexion?retour=".Length..]));
        page.Text(".notice").ShouldStartWith("« Eau » est coché");
        page.Has("input[value=eau][checked]").ShouldBeTrue();
        (await site.DoAsync(db => db.Follows.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_readers_own_front_page_shows_what_the_profile_brought_newest_first()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/ma-gazette")).Text("main p:not(.kind)").ShouldStartWith("Vous ne suivez encore rien");
        await site.FollowAsync(Newsroom.Lou, Frequency.Never, new Subject(FollowKind.Section, Newsroom.News.Id));
        var page = await lou.GetAsync("/ma-gazette");
        // France lies under Actualité.
        page.Texts(".river h2").ShouldBe(["Le syndicat coupe deux forages", "Un serveur pour quatorze communes", "L’eau devient plus chère"]);
        page.Texts(".reserved").Count.ShouldBe(1);
        page.Has("a[href='/mon-compte/ma-gazette']").ShouldBeTrue();
        page.Headers["Cache-Control"].ShouldBe("no-store");
        foreach (var nowhere in new[] { "2", "0", "-1", "99999999" })
        {
            (await lou.GetAsync("/ma-gazette?page=" + nowhere)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        using var camille = await site.SignInAsync(Newsroom.Camille);
        await site.FollowAsync(Newsroom.Camille, Frequency.Never, Morning.Theme(Newsroom.Water));
        (await camille.GetAsync("/ma-gazette")).Has(".reserved").ShouldBeFalse();
    }
}
