using Gazetier.Features.Conversation.Threads;
using Gazetier.Features.Deliveries;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation.Threads;

/// <summary>A thread is followed by mail, through the ledger, as a list that one leaves.</summary>
public class ThreadMailsTests
{
    [Fact]
    public async Task An_answer_to_mine_is_mailed_because_I_asked_and_I_leave_by_the_link()
    {
        await using var site = await Site.OpenAsync();
        await site.KnowAsync(Newsroom.Lou);
        await site.KnowAsync(Newsroom.Camille);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        await lou.SayAsync("Qui a chiffré les fuites ?", ("suivre", "oui"));
        var mine = await site.NewestAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        await camille.SayAsync("Notre syndicat, en 2024.", ("a", mine.Id.ToString()), ("nom", "Camille F."));
        await camille.SayAsync("Autre sujet.");
        (await RoundAsync(site)).Sent.ShouldBe(0, "its author may still change it");

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await RoundAsync(site)).Sent.ShouldBe(1);
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("lou@example.org");
        mail.Text.ShouldContain("Notre syndicat, en 2024.");
        mail.Text.ShouldNotContain("Autre sujet.");
        mail.Text.ShouldNotContain("Qui a chiffré");
        (await RoundAsync(site)).Sent.ShouldBe(0);

        var leave = mail.Headers.Single(h => h.Key == "List-Unsubscribe").Value.Trim('<', '>').Replace("http://localhost", "", StringComparison.Ordinal);
        using var provider = site.Visitor();
        ((int)(await provider.PostAsync(leave, ("List-Unsubscribe", "One-Click"))).Status).ShouldBeLessThan(400);
        await camille.SayAsync("Je complète.", ("a", mine.Id.ToString()));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await RoundAsync(site)).Sent.ShouldBe(0);
        (await site.DoAsync(db => db.Consents.CountAsync(c => c.List == ThreadLists.Name))).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_who_did_not_ask_is_written_to_and_who_follows_an_article_gets_all_of_it()
    {
        await using var site = await Site.OpenAsync();
        using var noe = await site.SignInAsync(Newsroom.Noe);
        (await noe.PostAsync("/reactions/1/suivre", ("suivre", "oui"))).Location.ShouldBe("/reactions/1/suivre");
        (await noe.GetAsync("/mon-compte/envois")).Body.ShouldContain("Réactions");
        await site.SaidAsync(Newsroom.Lou, "Première.");
        await site.SaidAsync(Newsroom.Camille, "Deuxième.");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.WithAsync<IssueThreads, int>(issue => issue.WriteAsync(CancellationToken.None))));
        await RoundAsync(site);
        var mail = site.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("noe@example.org");
        mail.Text.ShouldContain("Première.");
        mail.Text.ShouldContain("Deuxième.");
        await noe.PostAsync("/reactions/1/suivre", ("suivre", "non"));
        (await site.DoAsync(db => db.ThreadFollows.CountAsync())).ShouldBe(0);
    }

    private static Task<Posted> RoundAsync(Site site) => site.WithAsync<IssueThreads, Posted>(issue => issue.RunAsync(CancellationToken.None));
}
