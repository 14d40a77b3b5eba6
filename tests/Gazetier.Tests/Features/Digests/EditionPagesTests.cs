using System.Net;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Digests;

public class EditionPagesTests
{
    [Fact]
    public async Task An_edition_is_read_on_the_site_by_its_reader_and_by_nobody_else()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        site.Clock.SetUtcNow(Morning.Seven);
        await site.IssueAsync();
        var path = Digest.PathOf((await site.DoAsync(db => db.Issues.SingleAsync())).Id);
        site.Mails.ShouldHaveSingleItem().Html.ShouldContain("http://localhost" + path);

        using var lou = await site.SignInAsync(Newsroom.Lou);
        var page = await lou.GetAsync(path);
        page.Texts("article h2").ShouldBe(["Le syndicat coupe deux forages"]);
        page.Texts(".reserved").Count.ShouldBe(1);
        (await lou.GetAsync("/ma-gazette/editions")).Document.QuerySelectorAll($"a[href='{path}']").Length.ShouldBe(1);
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = site.Visitor();
        (await visitor.GetAsync(path)).Location.ShouldStartWith("/connexion");
    }

    [Fact]
    public async Task What_came_in_a_newsletter_of_the_day_does_not_come_again()
    {
        await using var site = await Site.OpenAsync();
        await site.FollowAsync(Newsroom.Lou, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        var other = await site.PublishAsync("La seconde", site.Now);
        await site.DoAsync(async db =>
        {
            var issue = new Issue { Key = "lettre/1", List = "la-lettre", Title = "La lettre", CreatedAt = site.Now };
            db.Add(issue);
            db.Add(new Delivery { IssueId = issue.Id, AccountId = Newsroom.Lou, Email = "lou@example.org", Articles = Delivery.Join([Newsroom.Locked]), State = DeliveryState.Sent });
            db.Add(new Delivery { IssueId = issue.Id, AccountId = Newsroom.Noe, Email = "noe@example.org", Articles = Delivery.Join([other]), State = DeliveryState.Sent });
            await db.SaveChangesAsync();
        });
        site.Clock.SetUtcNow(Morning.Seven);
        await site.IssueAsync();
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.Html.ShouldContain("La seconde");
        mail.Html.ShouldNotContain("Le syndicat coupe deux forages");
    }

    [Fact]
    public async Task The_newsrooms_weight_comes_first_and_what_is_followed_weekly_on_its_day()
    {
        await using var site = await Site.OpenAsync();
        await site.ChooseAsync(
            Newsroom.Lou,
            new DigestChoice(Frequency.EachMorning, 7, DayOfWeek.Wednesday, Days.All),
            new Followed(Morning.Theme(Newsroom.Water), FollowRhythm.EachMorning),
            new Followed(Morning.Theme(Newsroom.Digital), FollowRhythm.Weekly));
        await site.PublishAsync("Ordinaire", site.Now);
        await site.PublishAsync("Majeur", site.Now.AddHours(-2), weight: Weight.Major);
        site.Clock.SetUtcNow(Morning.Seven);
        await site.IssueAsync();
        site.Mails.Single().Subject.ShouldBe("Ma Gazette\u00A0: Majeur");
        site.Mails.Single().Html.ShouldNotContain("Un serveur pour quatorze communes");
        site.Clock.SetUtcNow(Morning.Seven.AddDays(2));
        await site.IssueAsync();
        site.Mails[^1].Html.ShouldContain("Un serveur pour quatorze communes");
    }
}
