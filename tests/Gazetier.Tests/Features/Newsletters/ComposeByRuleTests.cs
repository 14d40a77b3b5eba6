using Gazetier.Features.Follows;
using Gazetier.Features.Newsletters;
using Gazetier.Tests.Features.Digests;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Newsletters;

/// <summary>Newsletters that gather by themselves what appeared.</summary>
public class ComposeByRuleTests
{
    [Fact]
    public async Task A_newsletter_by_rule_holds_what_is_new_in_its_list_and_an_empty_one_does_not_leave()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync(n =>
        {
            (n.Making, n.SourceKind, n.SourceId, n.Days, n.Hour, n.SpanDays) = (NewsletterMaking.ByRule, FollowKind.Theme, Newsroom.Water.Id, Days.All, 7, 7);
            n.NextDueAt = Morning.Seven.UtcDateTime;
        });
        await site.SignUpAsync(newsletter, Newsroom.Lou);
        (await site.PostLettersAsync()).Written.ShouldBe(default);

        site.Clock.SetUtcNow(Morning.Seven.AddSeconds(20));
        (await site.PostLettersAsync(Morning.Seven.UtcDateTime)).Posted.Sent.ShouldBe(1);
        site.Mails[0].Subject.ShouldBe("La Semaine\u00A0: Le syndicat coupe deux forages");
        LetterSteps.Headlines(site.Mails[0]).ShouldBe(["Le syndicat coupe deux forages", "L’eau devient plus chère"]);
        (await site.DoAsync(db => db.Newsletters.SingleAsync())).NextDueAt.ShouldBe(Morning.Seven.UtcDateTime.AddDays(1));

        // The scheduled article of the cast comes out at half past seven; what stood in the first is not repeated.
        site.Clock.SetUtcNow(Morning.Seven.AddDays(1));
        await site.PostLettersAsync();
        LetterSteps.Headlines(site.Mails[1]).ShouldBe(["Pour huit heures"]);

        site.Clock.SetUtcNow(Morning.Seven.AddDays(2));
        (await site.PostLettersAsync()).ShouldSatisfyAllConditions(r => r.Written.ShouldBe(default), r => r.Posted.ShouldBe(default));
        (await site.DoAsync(db => db.NewsletterIssues.CountAsync())).ShouldBe(2);

        // After days of silence one issue leaves.
        await site.PublishAsync("Enfin du neuf", site.Now.AddHours(10));
        site.Clock.SetUtcNow(Morning.Seven.AddDays(9).AddHours(5));
        await site.PostLettersAsync();
        site.Mails.Count.ShouldBe(3);
        LetterSteps.Headlines(site.Mails[2]).ShouldBe(["Enfin du neuf"]);
    }

    [Fact]
    public async Task Two_who_see_a_rule_due_make_one_issue()
    {
        await using var site = await Site.OpenAsync();
        var newsletter = await site.AddNewsletterAsync(n => (n.Making, n.Days, n.Hour, n.NextDueAt) = (NewsletterMaking.ByRule, Days.All, 7, site.Now));
        await site.FillAsync(newsletter, 5);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.PostLettersAsync())));
        (await site.DoAsync(db => db.NewsletterIssues.CountAsync())).ShouldBe(1);
        site.Mails.Count.ShouldBe(5);
    }
}
