using System.Net;
using System.Text.Json;
using Gazetier.Changes;
using Gazetier.Features.Access;
using Gazetier.Features.Magazine;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Magazine;

/// <summary>Who reads what of an issue: cover and contents are told to all, its pages to the entitled.</summary>
public class MagazinePagesTests
{
    [Fact]
    public async Task L_82_each_page_of_paper_is_read_as_text_one_after_the_other()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var issue = await camille.GetAsync(MagazineSteps.Path);
        issue.Has(".wall").ShouldBeFalse();
        issue.Texts(".wire .figures").ShouldBe(["Page 2", "Page 3", "Page 4"]);
        issue.Document.QuerySelector(".wire a[href^='/3/']")!.GetAttribute("href").ShouldBe("/3/le-syndicat-coupe-deux-forages/");
        var data = JsonDocument.Parse(issue.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        (data.GetProperty("@type").GetString(), data.GetProperty("issueNumber").GetInt32(), data.GetProperty("pageEnd").GetInt32()).ShouldBe(("PublicationIssue", 1, 5));

        var second = await camille.GetAsync(MagazineSteps.Path + "page/2/");
        second.Text(".paywall").ShouldContain(Newsroom.Secret);
        second.Document.QuerySelector(".pages a[rel=prev]")!.GetAttribute("href").ShouldBe("/magazine/1/page/1/");
        second.Document.QuerySelector("link[rel=next]")!.GetAttribute("href").ShouldBe("/magazine/1/page/3/");
        var fourth = await camille.GetAsync(MagazineSteps.Path + "page/4/");
        fourth.Text(".paywall").ShouldContain(Newsroom.PrintSecret);
        fourth.Has(".paywall strong").ShouldBeTrue();
        fourth.Has("main script").ShouldBeFalse();
        var last = await camille.GetAsync(MagazineSteps.Path + "page/5/");
        last.Text(".notice").ShouldContain("Rien ne commence sur cette page");
        last.Has(".pages [rel=next]").ShouldBeFalse();
        foreach (var nowhere in new[] { "/magazine/1/page/6/", "/magazine/1/page/0/", "/magazine/2/", "/magazine/99999999999/", "/magazine/1/pdf", "/magazine/?page=2" })
        {
            (await camille.GetAsync(nowhere)).Status.ShouldBe(HttpStatusCode.NotFound, nowhere);
        }

        (await camille.GetAsync("/magazine/1")).Location.ShouldBe(MagazineSteps.Path);
        (await camille.GetAsync("/magazine/1/page/2")).Location.ShouldBe(MagazineSteps.Path + "page/2/");
    }

    [Fact]
    public async Task G_05_who_may_not_read_it_is_told_what_it_holds_and_gets_the_wall()
    {
        await using var site = await Site.OpenAsync();
        Browser[] readers = [site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Noe)];
        foreach (var reader in readers)
        {
            var issue = await reader.GetAsync(MagazineSteps.Path);
            issue.Texts(".wire p:not(.kicker)").ShouldBe(["Une lettre de Valmorel"]);
            issue.Text(".wall .why").ShouldContain("Le magazine est réservé aux abonnés.");
            issue.Body.ShouldNotContain("/magazine/1/pdf");
            foreach (var folio in new[] { 2, 3, 4 })
            {
                var page = await reader.GetAsync($"{MagazineSteps.Path}page/{folio}/");
                page.Has(".wall").ShouldBeTrue();
                page.Has(".paywall").ShouldBeFalse();
                page.Body.ShouldNotContain(Newsroom.Secret);
                page.Body.ShouldNotContain(Newsroom.PrintSecret);
                page.Body.ShouldNotContain("la sacoche");
                page.Document.QuerySelectorAll(".wall a[href^='/abonnement/']").ShouldHaveSingleItem().GetAttribute("href")!.ShouldContain(Uri.EscapeDataString($"/magazine/1/page/{folio}/"));
            }

            reader.Dispose();
        }
    }

    [Fact]
    public async Task A_reader_with_a_seat_reads_it_from_when_it_is_given()
    {
        await using var site = await Site.OpenAsync();
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(MagazineSteps.Path + "page/4/")).Has(".wall").ShouldBeTrue();
        await site.DoAsync(async db =>
        {
            var town = new Organisation { Name = "Ville de Valmorel", CreatedAt = site.Now };
            var contract = new Subscription { OrganisationId = town.Id, From = site.Now.AddDays(-1), Until = site.Now.AddYears(1), Seats = 3, Origin = "Collectivité" };
            db.AddRange(town, contract, new Seat { SubscriptionId = contract.Id, AccountId = Newsroom.Lou, Number = 1, TakenAt = site.Now });
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        (await lou.GetAsync(MagazineSteps.Path + "page/4/")).Text(".paywall").ShouldContain(Newsroom.PrintSecret);
    }

    [Fact]
    public async Task An_issue_opens_no_article_that_asks_for_more_and_names_the_product_that_opens_it()
    {
        await using var site = await Site.OpenAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await site.DoAsync(async db =>
        {
            db.Products.Add(new Product { Number = 7, Slug = "papier", Name = "Le papier" });
            await db.Articles.Where(a => a.Id == Newsroom.Locked).ExecuteUpdateAsync(a => a.SetProperty(x => x.AnyOf, ProductSet.Of(7)));
            await db.SaveChangesAsync();
        });
        var open = await camille.GetAsync(MagazineSteps.Path + "page/2/");
        open.Has(".wall").ShouldBeFalse("the issue is hers");
        open.Body.ShouldNotContain(Newsroom.Secret, Case.Sensitive, "the article is not");
        open.Body.ShouldContain("/3/le-syndicat-coupe-deux-forages/");

        await site.DoAsync(async db =>
        {
            var issue = await db.PrintIssues.FirstAsync();
            (issue.AnyOf, issue.Title) = (ProductSet.Of(7), "</script><script>alert(1)</script>");
            db.Append(site.Now, "magazine.changed", MagazineQueries.Tag);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        var closed = await camille.GetAsync(MagazineSteps.Path);
        closed.Text(".wall .why").ShouldContain("Le magazine est réservé aux abonnés : Le papier.");
        closed.Text(".wall .why").ShouldContain("Votre abonnement ne le comprend pas.");
        closed.Texts("script").ShouldAllBe(script => !script.StartsWith("alert", StringComparison.Ordinal));
        (await camille.GetAsync("/magazine/feed/")).Body.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task The_archive_the_feeds_and_the_sitemap_tell_of_what_is_out()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/magazine")).Location.ShouldBe("/magazine/");
        (await visitor.GetAsync("/magazine/")).Text("#dernier").ShouldBe("Qui ouvre les vannes ?");
        foreach (var feed in new[] { "/magazine/feed/", "/magazine/feed.atom", "/magazine/feed.json" })
        {
            var said = (await visitor.GetAsync(feed)).Body;
            said.ShouldContain("/magazine/1/");
            said.ShouldContain("Une lettre de Valmorel");
            said.ShouldNotContain(Newsroom.PrintSecret);
        }

        (await visitor.GetAsync("/sitemap.xml")).Body.ShouldContain("/magazine/1/</loc>");
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.PostAsync(MagazineSteps.Desk + "/publication", ("faire", "retirer"), ("version", "0"))).Location.ShouldBe(MagazineSteps.Desk + "?fait=retire");
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/magazine/")).Text(".notice").ShouldContain("Aucun numéro n’est encore en ligne.");
        (await visitor.GetAsync(MagazineSteps.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/magazine/feed/")).Body.ShouldNotContain("/magazine/1/");
        var preview = await ines.GetAsync(MagazineSteps.Path);
        preview.Text(".notice").ShouldContain("Aperçu");
        preview.Headers["Cache-Control"].ShouldContain("no-store");
        (await ines.GetAsync(MagazineSteps.Path + "page/4/")).Text(".paywall").ShouldContain(Newsroom.PrintSecret);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync(MagazineSteps.Path)).Status.ShouldBe(HttpStatusCode.NotFound, "who does not publish is a reader");
    }

    [Fact]
    public async Task An_issue_for_the_registered_asks_for_a_free_account()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.PrintIssues.ExecuteUpdateAsync(i => i.SetProperty(x => x.Access, Requirement.Registration)));
        using var visitor = site.Visitor();
        (await visitor.GetAsync(MagazineSteps.Path)).Text(".wall .why").ShouldContain("réservé aux inscrits");
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync(MagazineSteps.Path + "page/4/")).Text(".paywall").ShouldContain(Newsroom.PrintSecret);
        (await lou.GetAsync(MagazineSteps.Path + "page/2/")).Body.ShouldNotContain(Newsroom.Secret, Case.Sensitive, "an article is decided for itself");
    }
}
