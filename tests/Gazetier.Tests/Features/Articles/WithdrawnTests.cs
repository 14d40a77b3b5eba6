using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Redirects;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Articles;

public class WithdrawnTests
{
    private const string Free = "/1/l-eau-devient-plus-chere/";
    private static readonly SignedIn Ines = new(Newsroom.Ines, Guid.CreateVersion7(), "Inès", StaffRole.EditorInChief, Language.French, null, null, true);
    private static readonly string[] Lists = ["/", "/feed/", "/feed.atom", "/feed.json", "/rubriques/actualite/", "/themes/eau/feed/", "/auteurs/yann-morel/", "/sitemap.xml", "/dossiers/partage-de-l-eau/"];

    [Fact]
    public async Task A_notice_says_headline_dates_and_reason_and_not_a_word_of_the_text()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        foreach (var list in Lists)
        {
            (await visitor.GetAsync(list)).Body.ShouldContain("/1/l-eau-devient-plus-chere/", Case.Sensitive, list);
        }

        await WithdrawAsync(site, keepsNotice: true);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        foreach (var browser in new[] { visitor, camille })
        {
            var page = await browser.GetAsync(Free);
            page.Status.ShouldBe(HttpStatusCode.Gone);
            page.Text("h1").ShouldBe("L’eau devient plus chère");
            page.Text("main").ShouldContain("Publié le 21 novembre 2026 à 23 h 30");
            page.Text("main").ShouldContain("Retiré le 23 novembre 2026 à 5 h 30");
            page.Text("main").ShouldContain("Motif : Les chiffres étaient faux.");
            foreach (var word in new[] { "Chapô de l’article 1", "mètre cube", "Les réseaux sont vieux", "ld+json", "og:" })
            {
                page.Body.ShouldNotContain(word);
            }

            page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
            page.Headers["X-Robots-Tag"].ShouldBe("noindex");
            page.Headers["Cache-Control"].ShouldBe("no-store");
            page.Has("footer").ShouldBeTrue();
        }

        foreach (var list in Lists)
        {
            (await visitor.GetAsync(list)).Body.ShouldNotContain("/1/l-eau-devient-plus-chere/", Case.Sensitive, list);
        }
    }

    [Theory]
    [InlineData("/1/")]
    [InlineData("/1/un-vieux-titre/")]
    public async Task Whatever_the_slug_it_is_gone(string address)
    {
        await using var site = await Site.OpenAsync();
        await WithdrawAsync(site, keepsNotice: true);
        using var visitor = site.Visitor();
        (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_old_address_of_it_ends_at_the_notice()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Redirects.Add(new Redirect { Path = "/2014/03/eau/", Target = Free });
            await db.SaveChangesAsync();
        });
        await WithdrawAsync(site, keepsNotice: true);
        using var visitor = site.Visitor();
        var answer = await visitor.GetAsync("/2014/03/eau/");
        (await visitor.GetAsync(answer.Location!)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Without_a_notice_nothing_is_said_of_it()
    {
        await using var site = await Site.OpenAsync();
        await WithdrawAsync(site, keepsNotice: false);
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync(Free);
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text("h1").ShouldBe("Cet article a été retiré");
        page.Body.ShouldNotContain("plus chère");
        page.Body.ShouldNotContain("Les chiffres étaient faux");
    }

    [Fact]
    public async Task A_notice_of_hostile_words_shows_words()
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Withdrawn).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.Headline, Hostile.Headline).SetProperty(x => x.ModifiedReason, Hostile.Headline).SetProperty(x => x.KeepsNotice, true)));
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/5/article-5/");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        Rules.Intact.Running(page.Document).ShouldBeEmpty();
    }

    private static async Task WithdrawAsync(Site site, bool keepsNotice)
    {
        await site.WithAsync<WithdrawArticle, bool>(withdraw => withdraw.RunAsync(Newsroom.Free, "Les chiffres étaient faux.", keepsNotice, Ines, CancellationToken.None));
        await site.FollowChangesAsync();
    }
}
