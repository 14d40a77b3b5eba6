using System.Net;
using Gazetier.Features.Access;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

public class ReadTests
{
    [Fact]
    public async Task E_10_an_issue_stands_at_its_address_walled_as_the_site_is()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.ScheduleAsync(newsletter);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/lettres/la-semaine/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.PostLettersAsync();
        await site.FollowChangesAsync();

        foreach (var reader in new[] { visitor, await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Noe) })
        {
            // Twice: made, and kept.
            for (var n = 0; n < 2; n++)
            {
                var page = await reader.GetAsync("/lettres/la-semaine/1");
                page.Text("h1").ShouldBe("L’eau, les forages et la facture");
                page.Body.ShouldContain("Cette partie est réservée aux abonnés.");
                page.Body.ShouldNotContain("coquelicot");
                page.Body.ShouldNotContain("héliotrope");
                page.Texts(".teaser h2").ShouldBe(["Le syndicat coupe deux forages", "L’eau devient plus chère"]);
                page.Headers["Cache-Control"].ShouldBe("no-cache");
                page.Body.ShouldNotContain("Lou");
            }
        }

        using var camille = await site.SignInAsync(Newsroom.Camille);
        var whole = await camille.GetAsync("/lettres/la-semaine/1");
        whole.Body.ShouldContain(LetterSteps.Reserved);
        whole.Body.ShouldNotContain("Cette partie est réservée aux abonnés.");
        (await visitor.GetAsync("/lettres/la-semaine/1")).Body.ShouldNotContain("coquelicot");
        (await visitor.GetAsync("/lettres/la-semaine/1/")).Location.ShouldBe("/lettres/la-semaine/1");
        (await visitor.GetAsync("/lettres/la-semaine/2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_archive_shows_what_appeared_and_the_list_shows_what_there_is()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/lettres")).Location.ShouldBe("/lettres/");
        (await visitor.GetAsync("/lettres/")).Texts(".links > li").ShouldHaveSingleItem().ShouldContain("La Semaine");
        (await visitor.GetAsync("/lettres/la-semaine")).Location.ShouldBe("/lettres/la-semaine/");
        (await visitor.GetAsync("/lettres/la-semaine/")).Body.ShouldContain("Le premier numéro n’est pas encore paru.");
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.ScheduleAsync(newsletter);
        await site.PostLettersAsync();
        await site.FollowChangesAsync();
        var archive = await visitor.GetAsync("/lettres/la-semaine/");
        archive.Has("a[href='/lettres/la-semaine/1']").ShouldBeTrue();
        archive.Has("form[action='/lettres/la-semaine/inscription'] input[name=email]").ShouldBeTrue();
        (await visitor.GetAsync("/sitemap.xml")).Body.ShouldContain("/lettres/la-semaine/");
        (await visitor.GetAsync("/lettres/la-semaine/?page=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_the_issue_and_its_page_is_made_anew()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync();
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        await site.ScheduleAsync(newsletter);
        await site.PostLettersAsync();
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/lettres/la-semaine/1")).Texts(".teaser h2").Count.ShouldBe(2);
        await site.DoAsync(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Id == Newsroom.Free);
            article.Withdraw(site.Now, "erreur");
            Gazetier.Changes.ChangeLog.Append(db, site.Now, "article.withdrawn", Gazetier.Features.Articles.ArticleTags.Article(article.Id));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
        (await visitor.GetAsync("/lettres/la-semaine/1")).Texts(".teaser h2").ShouldBe(["Le syndicat coupe deux forages"]);
    }

    [Fact]
    public async Task A_newsletter_for_the_holders_of_a_product_keeps_its_parts_for_them()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync(n => (n.Audience, n.ProductNumber) = (Audience.Holders, 7));
        newsletter.Asks.ShouldBe(new Asked(Requirement.Subscription, Gazetier.Features.Products.ProductSet.Of(7)));
        await site.SignUpAsync(newsletter, Newsroom.Ines);
        await site.ScheduleAsync(newsletter);
        await site.PostLettersAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync("/lettres/la-semaine/1")).Body.ShouldNotContain("coquelicot");
    }
}
