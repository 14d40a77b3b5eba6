using System.Net;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>A wave of comments: reading is not slowed, moderators see groups, the honest ones are there.</summary>
public class WaveTests
{
    private const int People = 60;
    private const int Each = 6;

    [Fact]
    public async Task Of_some_hundreds_at_once_the_honest_are_there_and_the_page_is_not_remade_for_what_waits()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        var spammers = await AddPeopleAsync(site);
        using var visitor = site.Visitor();
        var before = await visitor.GetAsync(TalkSteps.Article);
        var changes = await site.DoAsync(db => db.Changes.CountAsync());
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await Parallel.ForEachAsync(spammers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (who, _) =>
        {
            using var browser = await site.SignInAsync(who);
            foreach (var n in Enumerable.Range(0, Each))
            {
                await browser.SayAsync(n == 0 ? "Coffres garantis, livrés en deux jours !" : $"Coffre {n} de {who}, livré.", ("nom", "Promo"));
            }
        });
        await site.FollowChangesAsync();
        (await site.DoAsync(db => db.Changes.CountAsync())).ShouldBe(changes, "what waits changes no page");
        (await visitor.GetAsync(TalkSteps.Article)).Headers["ETag"].ShouldBe(before.Headers["ETag"]);

        (await lou.SayAsync("Une remarque honnête, pendant la vague.")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.NewestAsync()).State.ShouldBe(CommentState.Published);
        var waiting = await site.DoAsync(db => db.Comments.Waiting().CountAsync());
        waiting.ShouldBeInRange(People, People * 5, "nobody fills the queue alone");

        using var ines = await site.SignInAsync(Newsroom.Ines);
        var desk = await ines.GetAsync("/redaction/conversation");
        desk.Document.QuerySelectorAll(".queue > li").Length.ShouldBeLessThanOrEqualTo(26);
        desk.Text(".together").ShouldContain($"{People} fois le même texte");
        var group = desk.Document.QuerySelector(".together button[value^='refuser:t:']")!.GetAttribute("value")!;
        (await ines.PostAsync("/redaction/conversation", ("acte", group), ("fondement", "Spam"))).Location.ShouldBe($"/redaction/conversation?fait=refuser-{People}");
        (await site.DoAsync(db => db.Comments.Waiting().CountAsync())).ShouldBe(waiting - People);
    }

    [Fact]
    public async Task Of_many_that_are_published_the_page_is_told_once_in_ten_seconds()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        await site.KnowAsync(Newsroom.Camille);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        foreach (var n in Enumerable.Range(1, 4))
        {
            await lou.SayAsync($"Remarque {n}.");
            await camille.SayAsync($"Autre remarque {n}.");
        }

        (await TellingsAsync(site)).ShouldBe(1);
        (await site.WithAsync<TellPages, int>(pages => pages.TellRestAsync(CancellationToken.None))).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.WithAsync<TellPages, int>(pages => pages.TellRestAsync(CancellationToken.None))));
        told.Sum().ShouldBe(1);
        (await TellingsAsync(site)).ShouldBe(2);
        await site.FollowChangesAsync();
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/reactions/1")).Texts(".said").Count.ShouldBe(14);
    }

    [Fact]
    public async Task The_button_pressed_many_times_says_it_once()
    {
        await using var site = await Site.OpenAsync();
        await site.RulesAsync(rules => rules.MostOfPerson = 100);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => lou.SayAsync("Une seule fois.")));
        answers.Count(a => a.Status == HttpStatusCode.Redirect).ShouldBe(1);
        (await site.DoAsync(db => db.Comments.CountAsync())).ShouldBe(1);
    }

    private static Task<int> TellingsAsync(Site site) => site.DoAsync(db => db.Changes.CountAsync(c => c.What == "comment.shown"));

    private static async Task<List<Guid>> AddPeopleAsync(Site site)
    {
        var people = Enumerable.Range(0, People).Select(n => new Account
        {
            Email = $"promo{n}@example.net",
            UserName = $"promo{n}@example.net",
            NormalizedEmail = $"PROMO{n}@EXAMPLE.NET",
            NormalizedUserName = $"PROMO{n}@EXAMPLE.NET",
            EmailConfirmed = true,
            SecurityStamp = "x",
            CreatedAt = site.Now,
        }).ToList();
        await site.DoAsync(async db =>
        {
            db.AddRange(people);
            await db.SaveChangesAsync();
        });
        return people.ConvertAll(p => p.Id);
    }
}
