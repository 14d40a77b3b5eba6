using System.Net;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Manuscripts;

public class PublishTests
{
    [Fact]
    public async Task An_article_appears_on_the_site_in_the_feeds_and_in_the_sitemaps()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        string[] places = ["/", "/feed/", "/feed.atom", "/feed.json", "/sitemap-news.xml", "/rubriques/actualite/", "/themes/eau/"];
        foreach (var place in places)
        {
            (await visitor.GetAsync(place)).Body.ShouldNotContain("La régie reprend la main", Case.Sensitive, place);
        }

        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"), ("Themes", Newsroom.Water.Id.ToString()));
        (await ines.PublishAsync(id)).Location.ShouldBe($"/redaction/articles/{id}?fait=publie");
        await site.FollowChangesAsync();

        (await visitor.GetAsync($"/{id}/la-regie-reprend-la-main/")).Text("h1").ShouldBe("La régie reprend la main");
        foreach (var place in places)
        {
            (await visitor.GetAsync(place)).Body.ShouldContain("La régie reprend la main", Case.Sensitive, place);
        }
    }

    [Fact]
    public async Task What_is_not_in_order_is_passed_over_by_name_or_not_at_all()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes, <a href=\"/999999/nulle-part/\">ici</a>.</p>"));

        var page = await ines.PostAsync($"/redaction/articles/{id}/parution", ("version", "1"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts(".checklist .missing").ShouldContain(text => text.StartsWith("Au moins un thème"));
        page.Texts(".checklist .missing").ShouldContain(text => text.StartsWith("Des liens qui disent où ils mènent"));
        page.Texts(".checklist .missing").ShouldContain(text => text.Contains("/999999/nulle-part/"));

        await ines.PublishAsync(id);
        var act = await site.DoAsync(db => db.Acts.SingleAsync(a => a.ArticleId == id && a.What == "article.published"));
        act.ByName.ShouldBe("Inès");
        act.Detail.ShouldContain("theme");
        act.Detail.ShouldContain("links");
    }

    [Fact]
    public async Task Nobody_passes_over_a_missing_text()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        (await ines.PublishAsync(id, ("passe", "body"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Work_in_progress_on_what_is_out_is_seen_by_nobody_until_it_is_published_again()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        await ines.SaveAsync(Newsroom.Free, ("Headline", "L’eau devient moins chère"));
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Text("h1").ShouldBe("L’eau devient plus chère");

        (await ines.PublishAsync(Newsroom.Free, ("correctif", "Le prix baisse : nous avions écrit l’inverse."))).Status.ShouldBe(HttpStatusCode.Redirect);
        await site.FollowChangesAsync();
        var page = await visitor.GetAsync("/1/l-eau-devient-plus-chere/");
        page.Text("h1").ShouldBe("L’eau devient moins chère");
        page.Text(".updated").ShouldContain("nous avions écrit l’inverse");
        (await site.DoAsync(db => db.Corrections.CountAsync(c => c.ArticleId == Newsroom.Free))).ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_minute()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"));
        (await ines.PublishAsync(id, ("date", "2026-11-23T06:00"))).Location.ShouldEndWith("fait=programme");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/")).Body.ShouldNotContain("La régie reprend la main");

        site.Clock.Advance(TimeSpan.FromMinutes(29));
        (await visitor.GetAsync("/")).Body.ShouldNotContain("La régie reprend la main");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await visitor.GetAsync("/")).Body.ShouldContain("La régie reprend la main");
        (await visitor.GetAsync($"/{id}/la-regie-reprend-la-main/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_appears_before_the_end_of_its_embargo()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync("Sous embargo", ("embargo", "2026-11-23T10:00"));
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"));
        (await ines.PublishAsync(id)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ines.PublishAsync(id, ("date", "2026-11-23T09:59"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ines.PublishAsync(id, ("date", "2026-11-23T10:00"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_publishes_has_seen_what_appears()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var agathe = await site.SignInAsync(Newsroom.Agathe);
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"));
        var page = await ines.GetAsync($"/redaction/articles/{id}/parution");
        await agathe.SaveAsync(id, ("Body", "<p>Quatre communes.</p>"));

        var passed = page.Document.QuerySelectorAll("input[name=passe]").Select(input => ("passe", input.GetAttribute("value")!));
        (await ines.PostAsync($"/redaction/articles/{id}/parution", [("version", "1"), .. passed])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.Stage).SingleAsync())).ShouldBe(Stage.Writing);
    }

    /// <summary>A revision grows under its number: what was added since is not published unread.</summary>
    [Fact]
    public async Task What_was_added_to_the_same_revision_is_not_published_unread()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await paul.BeginAsync();
        await paul.SaveAsync(id, ("Body", "<p>Vu.</p>"));
        var page = await ines.GetAsync($"/redaction/articles/{id}/parution");
        (string, string)[] form = [("version", page.Document.QuerySelector("input[name=version]")!.GetAttribute("value")!), .. page.Document.QuerySelectorAll("[name=passe]").Select(box => ("passe", box.GetAttribute("value")!))];
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await paul.SaveAsync(id, ("Body", "<p>Vu, et ajouté.</p>"));

        (await ines.PostAsync($"/redaction/articles/{id}/parution", form)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ines.PostAsync($"/redaction/articles/{id}/parution", [("version", "?"), .. form.Where(f => f.Item1 != "version")])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.DoAsync(db => db.Articles.SingleAsync(a => a.Id == id))).PublishedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Writing_and_publishing_are_apart()
    {
        await using var site = await Site.OpenAsync();
        using var paul = await site.SignInAsync(Newsroom.Paul);
        using var agathe = await site.SignInAsync(Newsroom.Agathe);
        var id = await paul.BeginAsync();
        foreach (var writer in new[] { paul, agathe })
        {
            (await writer.GetAsync($"/redaction/articles/{id}/parution")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await writer.PostAsync($"/redaction/articles/{id}/parution", ("version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await writer.PostAsync($"/redaction/articles/{Newsroom.Free}/retrait", ("motif", "Pour voir"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_date_that_is_none_is_said()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var id = await ines.BeginAsync();
        await ines.SaveAsync(id, ("Body", "<p>Trois communes.</p>"));
        var page = await ines.PublishAsync(id, ("date", "demain matin"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text("#date-erreur").ShouldContain("Écrivez une date");
    }

    [Fact]
    public async Task A_withdrawn_article_answers_410_and_leaves_every_list()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var visitor = site.Visitor();
        (await ines.PostAsync($"/redaction/articles/{Newsroom.Free}/retrait", ("motif", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync($"/redaction/articles/{Newsroom.Free}/retrait", ("motif", "Chiffres faux"))).Location.ShouldEndWith("fait=retire");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Status.ShouldBe(HttpStatusCode.Gone);
        (await visitor.GetAsync("/feed/")).Body.ShouldNotContain("plus chère");
        (await ines.GetAsync($"/redaction/articles/{Newsroom.Free}/parution")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_publication_that_is_called_off_leaves_the_article_ready()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.PostAsync($"/redaction/articles/{Newsroom.Scheduled}/retrait");
        site.Clock.Advance(TimeSpan.FromHours(3));
        (await site.Visitor().GetAsync("/")).Body.ShouldNotContain("Pour huit heures");
        (await site.DoAsync(db => db.Manuscripts.Where(m => m.ArticleId == Newsroom.Scheduled).Select(m => m.Stage).SingleAsync())).ShouldBe(Stage.Ready);
    }
}
