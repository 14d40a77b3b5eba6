using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Features.Digests;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries;

/// <summary>The page /redaction/envois: paused, resumed, stopped, how far.</summary>
public class PostingsTests
{
    private const string Page = "/redaction/envois";

    [Fact]
    public async Task What_is_paused_stays_until_it_is_resumed_and_then_leaves_once()
    {
        await using var site = await Morning.ComposedAsync();
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ActAsync(site, ines, "pause")).ShouldBe(Page + "?fait=pause");
        (await site.IssueAsync()).Posted.ShouldBe(default);
        (await ines.GetAsync(Page)).Document.QuerySelector("table")!.TextContent.ShouldContain("suspendu");
        (await ActAsync(site, ines, "pause")).ShouldBe(Page + "?fait=fini");

        (await ActAsync(site, ines, "reprendre")).ShouldBe(Page + "?fait=reprendre");
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 3));
        (await ines.GetAsync(Page)).Document.QuerySelector("table")!.TextContent.ShouldContain("terminé");
        site.Mails.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_stopped_never_leaves_and_says_so()
    {
        await using var site = await Morning.ComposedAsync();
        var ines = await site.SignInAsync(Newsroom.Ines);
        (await ActAsync(site, ines, "arreter")).ShouldBe(Page + "?fait=arreter");
        (await ActAsync(site, ines, "reprendre")).ShouldBe(Page + "?fait=fini");
        (await site.IssueAsync()).Posted.ShouldBe(default);
        site.Mails.ShouldBeEmpty();
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Dropped && d.ClosedAt == site.Now))).ShouldBe(3);
        (await site.DoAsync(db => db.Acts.Where(act => act.What == "issue.arreter").Select(act => act.Detail).SingleAsync())).ShouldBe("Ma Gazette");
    }

    [Fact]
    public async Task What_a_node_held_when_its_issue_was_stopped_is_dropped_when_it_gives_it_back()
    {
        await using var site = await Morning.ComposedAsync();
        var issue = await IssueAsync(site);
        await site.WithAsync<Ledger, Claim?>(ledger => ledger.ClaimAsync(issue, Guid.CreateVersion7(), CancellationToken.None));
        await site.WithAsync<Issues, bool>(issues => issues.StopAsync(issue, CancellationToken.None));
        await site.IssueAsync();
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Dropped))).ShouldBe(3);
    }

    [Fact]
    public async Task A_posting_that_runs_sees_the_pause_within_a_second()
    {
        await using var site = await Morning.ComposedAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var (ledger, issues) = (scope.ServiceProvider.GetRequiredService<Ledger>(), scope.ServiceProvider.GetRequiredService<Issues>());
        using var journal = LeavingJournal.Begin(Directory.CreateTempSubdirectory("gazetier-").FullName);
        await using var pace = new PaceOfRound(site.Services.GetRequiredService<IServiceScopeFactory>(), site.Clock);
        var round = new PostingRound(Digest.List, ledger, issues, journal, pace, site.Clock);
        var claim = (await round.NextAsync(CancellationToken.None))!;
        (await round.IsHeldAsync(claim, CancellationToken.None)).ShouldBeFalse();
        await issues.PauseAsync(claim.Deliveries[0].IssueId, CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromSeconds(1.1));
        (await round.IsHeldAsync(claim, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task E_04_E_05_Nothing_is_handed_over_for_a_held_domain_or_a_stopped_list()
    {
        await using var site = await Morning.ComposedAsync();
        await AlertAsync(site, AlertKind.ListStopped, Digest.List);
        (await site.IssueAsync()).Posted.ShouldBe(default);
        await site.DoAsync(db => db.PostingAlerts.ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, site.Now)));

        await AlertAsync(site, AlertKind.DomainHeld, "example.org");
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(PutOff: 3));
        site.Mails.ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromHours(5));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 3));
    }

    [Fact]
    public async Task An_issue_of_which_nothing_is_left_is_closed_and_asked_for_no_more()
    {
        await using var site = await Morning.ComposedAsync();
        await site.IssueAsync();
        (await site.DoAsync(db => db.Issues.SingleAsync())).State.ShouldBe(IssueState.Running);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.IssueAsync();
        (await site.DoAsync(db => db.Issues.SingleAsync(i => i.State == IssueState.Done))).EndedAt.ShouldBe(site.Now);
    }

    [Theory]
    [InlineData(60, 600, 1200, "10 par seconde, encore 2 min environ")]
    [InlineData(60, 0, 1200, null)]
    [InlineData(60, 600, 0, null)]
    [InlineData(90_000, 600, 5, null)]
    public void The_pace_is_said_where_it_says_something(int seconds, long sent, long waiting, string? said)
    {
        var counts = new Dictionary<DeliveryState, long> { [DeliveryState.Sent] = sent, [DeliveryState.Waiting] = waiting };
        var posting = new Posting(Guid.Empty, "Ma Gazette", "digest", Morning.Seven.UtcDateTime, IssueState.Running, counts);
        posting.Pace(Morning.Seven.UtcDateTime.AddSeconds(seconds), new(Gazetier.Web.Language.French)).ShouldBe(said);
    }

    private static async Task<string?> ActAsync(Site site, Browser staff, string action) =>
        (await staff.PostAsync(Page, ("envoi", (await IssueAsync(site)).ToString()), ("action", action))).Location;

    private static Task AlertAsync(Site site, AlertKind kind, string name) => site.DoAsync(async db =>
    {
        db.PostingAlerts.Add(new PostingAlert { Kind = kind, Name = name, Since = site.Now, Until = kind == AlertKind.DomainHeld ? site.Now.AddHours(4) : null });
        await db.SaveChangesAsync();
    });

    private static Task<Guid> IssueAsync(Site site) => site.DoAsync(db => db.Issues.Select(issue => issue.Id).SingleAsync());
}
