using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using Gazetier.Tests.Features.Digests;
using Gazetier.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries;

public class PostDeliveriesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_node_that_died_before_the_point_of_no_return_loses_nothing()
    {
        await using var site = await Morning.ComposedAsync();
        // Another node took the rows and died with them.
        (await site.WithAsync<Ledger, Claim>(ledger => ClaimAsync(site, ledger, Guid.CreateVersion7()))).Deliveries.Count.ShouldBe(3);
        (await site.IssueAsync()).Posted.ShouldBe(default);
        site.Clock.Advance(Ledger.Lease + TimeSpan.FromSeconds(1));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 3));
        site.Mails.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_leaving_when_its_node_died_counts_as_sent_and_is_not_repeated()
    {
        await using var site = await Morning.ComposedAsync();
        await MarkOneAsync(site, Guid.CreateVersion7());
        site.Clock.Advance(Ledger.Lease + TimeSpan.FromSeconds(1));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, Presumed: 1));
        site.Mails.Count.ShouldBe(2);
        var presumed = await site.DoAsync(db => db.Deliveries.SingleAsync(d => d.Answer!.StartsWith("presumed")));
        (presumed.State, presumed.ClosedAt).ShouldBe((DeliveryState.Sent, site.Now));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_killed_process_of_this_machine_had_in_flight_is_settled_at_once_and_exactly(bool hadLeft)
    {
        await using var site = await Morning.ComposedAsync();
        var claim = Guid.CreateVersion7();
        var marked = await MarkOneAsync(site, claim);
        var data = site.Services.GetRequiredService<NewspaperOptions>().Data;
        string left;
        using (var journal = LeavingJournal.Begin(data))
        {
            journal.Claim(claim);
            if (hadLeft)
            {
                journal.Leave(marked);
            }

            // The file as the killed process leaves it: nobody's lock is on it any more.
            var folder = Path.Combine(data, "posting");
            left = Path.Combine(folder, "killed.leaving");
            using var copy = Process.Start("cp", [Directory.GetFiles(folder, "*.leaving").Single(), left]);
            await copy.WaitForExitAsync();
        }

        (await site.IssueAsync()).Posted.ShouldBe(hadLeft ? new Posted(Sent: 2, Presumed: 1) : new Posted(Sent: 3));
        site.Mails.Count.ShouldBe(hadLeft ? 2 : 3);
        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task What_one_line_marks_leaves_within_the_lease_however_slow_the_server()
    {
        await using var site = await Site.OpenAsync();
        var together = await site.WithAsync<Ledger, int>(ledger => Task.FromResult(ledger.MarkedTogether));
        (together * SmtpLine.Patience).ShouldBeLessThan(Ledger.Lease);
    }

    [Fact]
    public async Task A_node_that_slept_through_its_lease_cannot_send_what_another_has_taken()
    {
        await using var site = await Morning.ComposedAsync();
        await site.WithAsync<Ledger, bool>(async sleeper =>
        {
            var claim = await ClaimAsync(site, sleeper, Guid.CreateVersion7());
            site.Clock.Advance(Ledger.Lease + TimeSpan.FromSeconds(1));
            (await site.IssueAsync()).Posted.Sent.ShouldBe(3);

            await using var writer = Writer(site);
            (await writer.MarkLeavingAsync(claim, [claim.Deliveries[0]])).ShouldBe([false]);
            writer.Close(claim, new Closing(claim.Deliveries[1], DeliveryState.Waiting, "450 late"));
            return true;
        });
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent))).ShouldBe(3);
        (await site.IssueAsync()).Posted.ShouldBe(default);
    }

    [Fact]
    public async Task The_servers_no_for_good_closes_the_row_with_its_words()
    {
        await using var site = await Morning.ComposedAsync();
        Answer(site, mail => mail.To.StartsWith("noe", StringComparison.Ordinal) ? new Handover(HandoverResult.Refused, "550 5.1.1 unknown") : Accepted);
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, Failed: 1));
        var failed = await site.DoAsync(db => db.Deliveries.SingleAsync(d => d.State == DeliveryState.Failed));
        (failed.Email, failed.Answer, failed.ClosedAt).ShouldBe(("noe@example.org", "550 5.1.1 unknown", site.Now));
        site.Clock.Advance(TimeSpan.FromHours(12));
        (await site.IssueAsync()).Posted.ShouldBe(default);
    }

    [Fact]
    public async Task The_servers_not_now_is_tried_again_with_growing_delay_and_the_same_message_until_72_hours()
    {
        await using var site = await Morning.ComposedAsync();
        var tries = new List<(DateTime At, string Id)>();
        Answer(site, mail =>
        {
            if (!mail.To.StartsWith("noe", StringComparison.Ordinal))
            {
                return Accepted;
            }

            tries.Add((site.Now, mail.MessageId));
            return new Handover(HandoverResult.TryLater, "450 4.2.0 greylisted");
        });
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, PutOff: 1));
        (await site.WithAsync<PostDeliveries, Posted>(post => PostAsync(site, post))).ShouldBe(default);
        var row = await site.DoAsync(db => db.Deliveries.SingleAsync(d => d.State == DeliveryState.Waiting));
        (row.NotBefore, row.Answer, row.ClaimedBy).ShouldBe((site.Now.AddMinutes(1), "450 4.2.0 greylisted", null));

        for (var hour = 0; hour < 80 * 60; hour += 10)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(10));
            await site.WithAsync<PostDeliveries, Posted>(post => PostAsync(site, post));
        }

        tries.Select(t => t.Id).Distinct().Count().ShouldBe(1);
        tries.Count.ShouldBeInRange(10, 30);
        (tries[^1].At - tries[0].At).ShouldBeInRange(TimeSpan.FromHours(72), TimeSpan.FromHours(79));
        (await site.DoAsync(db => db.Deliveries.SingleAsync(d => d.Id == row.Id))).State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public async Task When_no_server_is_there_the_others_are_given_back_at_once()
    {
        await using var site = await Morning.ComposedAsync(("Mail:Connections", "1"));
        Answer(site, _ => new Handover(HandoverResult.TryLater, "connection refused", IsReached: false));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(PutOff: 1));
        var rows = await site.DoAsync(db => db.Deliveries.ToListAsync());
        rows.ShouldAllBe(d => d.State == DeliveryState.Waiting && d.ClaimedBy == null && d.ClaimedUntil == null);
        rows.Count(d => d.Attempts == 0).ShouldBe(2);
        Answer(site, _ => Accepted);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        (await site.WithAsync<PostDeliveries, Posted>(post => PostAsync(site, post))).ShouldBe(new Posted(Sent: 3));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_made_does_not_hold_up_the_others()
    {
        await using var site = await Morning.ComposedAsync();
        Answer(site, mail => mail.To.StartsWith("noe", StringComparison.Ordinal) ? throw new FormatException("odd") : Accepted);
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, PutOff: 1));
    }

    [Fact]
    public async Task Over_smtp_each_edition_arrives_once_though_the_server_hangs_up_in_the_middle()
    {
        await using var server = new FakeSmtp { HangUpInData = true };
        var refused = 0;
        server.ToRecipient = to => to.StartsWith("noe", StringComparison.Ordinal) && refused++ == 0 ? "451 4.3.0 later" : null;
        await using var site = await Site.OpenAsync(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<IMailLines, SmtpLines>());
            },
            ("Mail:Smtp", server.Address),
            ("Mail:Connections", "2"));
        await site.FollowAllAsync();
        var first = (await site.IssueAsync()).Posted;
        (first.Sent + first.PutOff).ShouldBe(3);
        first.PutOff.ShouldBeGreaterThan(0);
        for (var n = 0; n < 5; n++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(10));
            await site.WithAsync<PostDeliveries, Posted>(post => PostAsync(site, post));
        }

        server.Mails.Select(m => m.To).Order().ShouldBe(["camille@example.org", "lou@example.org", "noe@example.org"]);
        server.Mails.ShouldAllBe(m => m.From.StartsWith("bounce+") && m.From.EndsWith("@courrier.example"));
        server.Mails.ShouldAllBe(m => m.Text.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent && d.Answer!.StartsWith("250")))).ShouldBe(3);
    }

    /// <summary>A node takes the rows, is about to let one go, and dies.</summary>
    private static Task<Guid> MarkOneAsync(Site site, Guid by) => site.WithAsync<Ledger, Guid>(async ledger =>
    {
        var claim = await ClaimAsync(site, ledger, by);
        await using var writer = Writer(site);
        (await writer.MarkLeavingAsync(claim, [claim.Deliveries[0]])).ShouldBe([true]);
        return claim.Deliveries[0].Id;
    });

    private static async Task<Claim> ClaimAsync(Site site, Ledger ledger, Guid by) =>
        (await ledger.ClaimAsync(await site.DoAsync(db => db.Issues.Select(issue => issue.Id).SingleAsync()), by, None))!;

    private static LedgerWriter Writer(Site site) => new(site.Services.GetRequiredService<IServiceScopeFactory>(), site.Clock);

    private static Handover Accepted => new(HandoverResult.Accepted, "250 2.0.0 Ok");

    private static void Answer(Site site, Func<Email, Handover> answer) => site.Services.GetRequiredService<RecordedMails>().Answer = answer;

    private static async Task<Posted> PostAsync(Site site, PostDeliveries post)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var mails = scope.ServiceProvider.GetRequiredService<Gazetier.Features.Digests.Mails.EditionMails>();
        return await post.RunAsync(Digest.List, mails.ComposeAsync, null, None);
    }
}
