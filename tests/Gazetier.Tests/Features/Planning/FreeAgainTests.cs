using System.Net;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Planning;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Planning;

/// <summary>"Free again on" (docs/decisions/0017): exact to the second for readers, and put right in the row once over all nodes.</summary>
public class FreeAgainTests
{
    private const string Locked = "/3/le-syndicat-coupe-deux-forages/";
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_article_is_free_at_its_second_and_not_before_though_no_worker_ran()
    {
        await using var site = await Site.OpenAsync();
        await FreeAtAsync(site, site.Now + Ahead);
        using var visitor = site.Visitor();

        site.Clock.Advance(Ahead - TimeSpan.FromSeconds(1));
        var before = await visitor.GetAsync(Locked);
        before.Has("aside.wall").ShouldBeTrue();
        before.Body.ShouldNotContain("héliotrope");
        before.Body.ShouldContain("\"isAccessibleForFree\":false");
        (await visitor.GetAsync("/")).Text(".teaser.lead").ShouldContain("Abonnés");
        (await visitor.GetAsync("/feed/")).Body.ShouldNotContain("héliotrope");

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await visitor.GetAsync(Locked);
        after.Has("aside.wall").ShouldBeFalse();
        after.Body.ShouldContain(Newsroom.Secret);
        after.Body.ShouldNotContain("\"isAccessibleForFree\":false");
        (await visitor.GetAsync("/")).Text(".teaser.lead").ShouldNotContain("Abonnés");
        foreach (var feed in new[] { "/feed/", "/feed.atom", "/feed.json", "/themes/eau/feed/" })
        {
            (await visitor.GetAsync(feed)).Body.ShouldContain("zibeline", Case.Sensitive, feed);
        }

        (await site.WithAsync<Explain, string>(explain => explain.RunAsync("-", Newsroom.Locked, CancellationToken.None))).ShouldContain("ouvert à tous");
    }

    [Fact]
    public async Task Lists_that_are_kept_show_it_free_at_its_second_too()
    {
        await using var site = await Site.OpenAsync();
        await FreeAtAsync(site, site.Now + Ahead);
        using var visitor = site.Visitor();
        string[] lists = ["/rubriques/france/", "/rubriques/juridique/", "/themes/eau/", "/dossiers/partage-de-l-eau/", "/auteurs/claire-vasseur/"];
        site.Clock.Advance(Ahead - TimeSpan.FromSeconds(1));
        foreach (var list in lists)
        {
            CardIn(await visitor.GetAsync(list)).ShouldContain("Abonnés", Case.Sensitive, list);
        }

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var list in lists)
        {
            CardIn(await visitor.GetAsync(list)).ShouldNotContain("Abonnés", Case.Sensitive, list);
        }
    }

    [Fact]
    public async Task The_row_is_put_right_once_over_two_nodes_and_the_log_tells_of_it()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        await FreeAtAsync(site, site.Now + Ahead);
        (await FreeAsync(site)).ShouldBe(0);
        site.Clock.Advance(Ahead);

        var freed = await Task.WhenAll(FreeAsync(site), FreeAsync(other));

        freed.Sum().ShouldBe(1);
        var article = await site.DoAsync(db => db.Articles.AsNoTracking().FirstAsync(a => a.Id == Newsroom.Locked));
        (article.Access, article.FreeAt).ShouldBe((Requirement.None, null));
        var line = await site.DoAsync(db => db.Changes.SingleAsync(c => c.What == "article.freed"));
        line.Tags.Split(' ').ShouldContain(ArticleTags.Article(Newsroom.Locked));
        line.Tags.Split(' ').ShouldContain(ArticleTags.Theme(Newsroom.Water.Id));
        (await FreeAsync(other)).ShouldBe(0);
    }

    [Fact]
    public async Task The_next_publication_does_not_lock_it_again_by_accident()
    {
        await using var site = await Site.OpenAsync();
        await site.HireAsync();
        var id = await site.OrderAsync("Bientôt libre", WritersDesk.Paul, access: Requirement.Subscription, body: "<p>Un. Deux. Trois.</p><p>Quatre mots et plus encore.</p>");
        (await site.PublishAsync(id, freeAt: site.Now + Ahead)).ShouldBe(PublishOutcome.Done);
        site.Clock.Advance(Ahead);
        await FreeAsync(site);

        (await ContentAsync(site, id)).Access.ShouldBe(Requirement.None);
        (await site.PublishAsync(id)).ShouldBe(PublishOutcome.Done);
        (await site.DoAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Access).FirstAsync())).ShouldBe(Requirement.None);
    }

    [Fact]
    public async Task A_publication_that_was_called_off_frees_nothing()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Décommandé", access: Requirement.Subscription);
        await site.PublishAsync(id, site.Now.AddMinutes(30), site.Now + Ahead);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync($"/redaction/articles/{id}/retrait", ("motif", "Trop tôt"))).Status.ShouldBe(HttpStatusCode.Redirect);
        site.Clock.Advance(Ahead);

        (await FreeAsync(site)).ShouldBe(0);
        (await ContentAsync(site, id)).Access.ShouldBe(Requirement.Subscription);
    }

    [Fact]
    public async Task Who_locks_it_again_says_so_by_name()
    {
        await using var site = await Site.OpenAsync();
        var id = await site.OrderAsync("Libre", access: Requirement.None);
        await site.PublishAsync(id);
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var form = await ines.GetAsync($"/redaction/articles/{id}");
        form.Status.ShouldBe(HttpStatusCode.OK);
        await site.DoAsync(async db =>
        {
            var newest = await db.Revisions.SingleAsync(r => r.ArticleId == id);
            newest.Json = (newest.Content() with { Access = Requirement.Subscription }).ToJson();
            await db.SaveChangesAsync();
        });

        var page = await ines.GetAsync($"/redaction/articles/{id}/parution");
        page.Text(".checklist .missing:has([value=access])").ShouldContain("Un article déjà libre qui le reste");
        (string, string)[] passed = [.. page.Document.QuerySelectorAll("[name=passe]").Select(box => ("passe", box.GetAttribute("value")!)).Where(box => box.Item2 != "access")];
        (await ines.PostAsync($"/redaction/articles/{id}/parution", [("version", "1"), .. passed])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync($"/redaction/articles/{id}/parution", [("version", "1"), .. passed, ("passe", "access")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Acts.AnyAsync(a => a.ArticleId == id && a.Detail.Contains("access")))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_code_says_of_access_the_databases_say_too()
    {
        await using var site = await Site.OpenAsync();
        foreach (var at in new DateTime?[] { null, site.Now.AddSeconds(-1), site.Now, site.Now.AddSeconds(1) })
        {
            await site.DoAsync(async db =>
            {
                await db.Articles.ForEachAsync(a => a.FreeAt = at);
                await db.SaveChangesAsync();
            });

            var open = await site.DoAsync(db => db.Articles.OpenToAll(site.Now).Select(a => a.Id).Order().ToListAsync());
            var articles = await site.DoAsync(db => db.Articles.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
            open.ShouldBe(articles.Where(a => a.Asks(site.Now).Requirement == Requirement.None).Select(a => a.Id));
            var cards = await site.DoAsync(db => db.Articles.Where(a => a.PublishedAt != null).OrderBy(a => a.Id).ToCards(site.Now).ToListAsync());
            cards.ShouldAllBe(card => card.Access == articles.Single(a => a.Id == card.Id).Asks(site.Now).Requirement);
        }
    }

    private static string CardIn(Answer list) => list.Texts("article.teaser").Single(card => card.Contains("Le syndicat coupe", StringComparison.Ordinal));

    private static Task<int> FreeAsync(Site site) => site.WithAsync<FreeArticles, int>(free => free.RunAsync(CancellationToken.None));

    private static Task<Content> ContentAsync(Site site, long id) => site.DoAsync(async db => (await db.NewestContentAsync(id, CancellationToken.None))!);

    private static Task FreeAtAsync(Site site, DateTime at) => site.DoAsync(async db =>
    {
        (await db.Articles.FindAsync(Newsroom.Locked))!.FreeAt = at;
        await db.SaveChangesAsync();
    });
}
