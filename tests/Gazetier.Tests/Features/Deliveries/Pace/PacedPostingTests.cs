using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries.Pace;

public class PacedPostingTests
{
    [Fact]
    public async Task E_06_what_is_over_the_pace_waits_for_its_turn_and_was_not_tried()
    {
        await using var site = await Morning.ComposedAsync();
        await RuleAsync(site, new PaceRule { Domain = "example.org", PerMinute = 1 });
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1, PutOff: 2));
        var waiting = await site.DoAsync(db => db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Waiting).OrderBy(d => d.NotBefore).ToListAsync());
        waiting.Select(d => (d.NotBefore - site.Now, d.Attempts, d.Answer, d.ClaimedBy)).ShouldBe(
            [(TimeSpan.FromMinutes(1), 0, KeepPace.Held, null), (TimeSpan.FromMinutes(2), 0, KeepPace.Held, null)]);
        (await site.IssueAsync()).Posted.ShouldBe(default, "not before its turn");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1));
        site.Mails.Select(mail => mail.To).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task E_06_a_new_sender_sends_as_much_as_its_plan_allows_and_the_rest_the_next_day()
    {
        await using var site = await Morning.ComposedAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        (await odile.PostAsync("/redaction/expedition/cadence", ("action", "plan"), ("debut", "2026-11-23"), ("fin", "2026-11-30"), ("premier", "2"), ("croissance", "50")))
            .Location.ShouldBe("/redaction/expedition/cadence?fait=plan");
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, PutOff: 1));
        var waiting = await site.DoAsync(db => db.Deliveries.AsNoTracking().SingleAsync(d => d.State == DeliveryState.Waiting));
        waiting.NotBefore.ShouldBe(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc), "midnight in Paris");
        (await odile.GetAsync("/redaction/expedition/cadence")).Texts("[aria-labelledby=plan] tbody tr").Take(2).ShouldBe(["23 novembre 2026 2 2 aujourd’hui", "24 novembre 2026 3"]);

        await odile.PostAsync("/redaction/expedition/cadence", ("action", "sans-plan"));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1), "what waited leaves at once under the new pace");
    }

    [Fact]
    public async Task After_72_hours_a_mail_whose_turn_never_came_is_given_up()
    {
        await using var site = await Morning.ComposedAsync();
        await RuleAsync(site, new PaceRule { Domain = "example.org", PerDay = 1 });
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1, PutOff: 2));
        site.Clock.Advance(TimeSpan.FromHours(80));
        await RuleAsync(site, new PaceRule { Domain = "example.org", PerDay = 1 });
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1, PutOff: 3, Failed: 1), "the new editions of the day wait for theirs");
    }

    [Fact]
    public async Task A_slow_domain_with_lines_of_its_own_holds_up_nobody()
    {
        var release = new TaskCompletionSource();
        await using var site = await Site.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailLines>(provider =>
            new SlowForSome(provider.GetRequiredService<RecordedMails>(), "lent.example", release.Task))));
        await site.DoAsync(db => db.Accounts.Where(a => a.Id == Newsroom.Camille).ExecuteUpdateAsync(a => a.SetProperty(x => x.Email, "camille@lent.example")));
        await site.FollowAllAsync();
        await RuleAsync(site, new PaceRule { Domain = "lent.example", AtOnce = 1 });
        var posting = site.IssueAsync();
        while (site.Mails.Count < 2 && !posting.IsCompleted)
        {
            await Task.Yield();
        }

        posting.IsCompleted.ShouldBeFalse("the slow one is still at it");
        site.Mails.Select(mail => mail.To).Order().ShouldBe(["lou@example.org", "noe@example.org"]);
        release.SetResult();
        (await posting).Posted.ShouldBe(new Posted(Sent: 3));
    }

    [Fact]
    public async Task Nodes_together_never_take_more_than_there_is()
    {
        await using var site = await Site.OpenAsync();
        await using var other = await site.OpenNodeAsync();
        var limit = new PaceRules([new PaceRule { Domain = "orange.fr", PerMinute = 100 }], null, TimeZoneInfo.Utc).Of("orange.fr", site.Now).Single();
        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => (n % 2 == 0 ? site : other).WithAsync<Budgets, int>(budgets => budgets.TakeAsync(limit, 7, CancellationToken.None))));
        taken.Sum().ShouldBe(100);
        await site.WithAsync<Budgets, bool>(async budgets =>
        {
            await budgets.GiveBackAsync(limit, 40, CancellationToken.None);
            return true;
        });
        (await site.WithAsync<Budgets, int>(budgets => budgets.TakeAsync(limit, 50, CancellationToken.None))).ShouldBe(40);
    }

    [Fact]
    public async Task Rules_are_kept_in_the_newsroom_by_whoever_governs()
    {
        await using var site = await Site.OpenAsync();
        using var odile = await site.SignInAsync(Newsroom.Odile);
        const string Page = "/redaction/expedition/cadence";
        (await odile.GetAsync("/redaction/expedition")).Has($"a[href='{Page}']").ShouldBeTrue();
        (await odile.PostAsync(Page, ("action", "regle"), ("domaine", "Orange.FR"), ("lignes", "2"), ("minute", "60"))).Location.ShouldBe(Page + "?fait=regle");
        (await odile.PostAsync(Page, ("action", "regle"), ("domaine", "orange.fr"), ("minute", "90"))).Location.ShouldBe(Page + "?fait=regle");
        (await odile.GetAsync(Page)).Texts("[aria-labelledby=regles] tbody tr").ShouldBe(["orange.fr — 90 — 23 nov. 2026, Odile Retirer : orange.fr"]);
        foreach (var wrong in new (string, string)[][]
        {
            [("action", "regle"), ("domaine", "pas un domaine"), ("minute", "1")], [("action", "regle"), ("domaine", "sfr.fr")],
            [("action", "regle"), ("domaine", "sfr.fr"), ("minute", "0")], [("action", "regle"), ("domaine", "sfr.fr"), ("lignes", "51")],
            [("action", "plan"), ("debut", "2026-12-01"), ("fin", "2026-11-30"), ("premier", "5")], [("action", "plan"), ("debut", "2026-12-01"), ("fin", "2026-12-30")],
        })
        {
            (await odile.PostAsync(Page, wrong)).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        }

        await odile.PostAsync(Page, ("action", "retirer"), ("domaine", "orange.fr"));
        (await site.DoAsync(db => db.PaceRules.CountAsync())).ShouldBe(0);
        (await site.DoAsync(db => db.Acts.CountAsync(a => a.What == "pace.changed" && a.Detail == "orange.fr"))).ShouldBe(3);
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.GetAsync(Page)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static Task<bool> RuleAsync(Site site, PaceRule rule) => site.WithAsync<KeepPace, bool>(async keep =>
    {
        await keep.SaveAsync(rule, new SignedIn(Newsroom.Odile, Guid.Empty, "Odile", StaffRole.Administrator, Gazetier.Web.Language.French, Proof.Passkey, site.Now, true), CancellationToken.None);
        return true;
    });

    /// <summary>Mails to one domain wait until they are released.</summary>
    private sealed class SlowForSome(IMailLines lines, string domain, Task release) : IMailLines
    {
        public IMailLine Open() => new Line(lines.Open(), domain, release);

        private sealed class Line(IMailLine line, string domain, Task release) : IMailLine
        {
            public async Task<Handover> SendAsync(WireMail mail, Action leaving, CancellationToken cancel)
            {
                if (mail.To.EndsWith(domain, StringComparison.Ordinal))
                {
                    await release;
                }

                return await line.SendAsync(mail, leaving, cancel);
            }

            public ValueTask DisposeAsync() => line.DisposeAsync();
        }
    }
}
