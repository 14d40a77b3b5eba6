using Gazetier.Features.Bounces;
using Gazetier.Features.Bounces.Mails;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Suppressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Bounces;

/// <summary>What follows from what comes back (E-04, E-05).</summary>
public class ReceiveReturnedTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task E_04_a_hard_bounce_suppresses_its_own_reader_at_once()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        (await site.ComesBackAsync(Newsroom.Lou, "5.1.1")).ShouldBe(Receipt.Counted);
        var suppressed = await site.DoAsync(db => db.Suppressions.SingleAsync());
        (suppressed.Email, suppressed.Reason, suppressed.List).ShouldBe(("lou@example.org", SuppressionReason.Unknown, Digest.List));
        suppressed.Evidence.ShouldContain("5.1.1");

        var before = site.Mails.Count;
        await site.NextMorningAsync();
        site.Mails.Skip(before).Select(mail => mail.To).Order(StringComparer.Ordinal).ShouldBe(["camille@example.org", "noe@example.org"]);
    }

    [Fact]
    public async Task Whoever_is_suppressed_is_due_again_tomorrow_and_holds_nobody_up()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        await site.NextMorningAsync();
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync(r => r.AccountId == Newsroom.Lou))).NextDueAt!.Value.ShouldBeGreaterThan(site.Now);
    }

    [Fact]
    public async Task The_same_message_twice_counts_once_even_at_the_same_moment()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var message = ReadReturnedTests.Report(await site.EnvelopeAsync(Newsroom.Lou), "lou@example.org", "5.2.2");
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.ReceiveAsync(message))));
        receipts.Count(receipt => receipt == Receipt.Counted).ShouldBe(1);
        receipts.ShouldAllBe(receipt => receipt == Receipt.Counted || receipt == Receipt.CountedBefore);
        (await site.DoAsync(db => db.RecordedBounces.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Two_editions_of_one_reader_that_come_back_at_the_same_moment_both_count_and_suppress_once()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var first = await site.EnvelopeAsync(Newsroom.Lou);
        await site.NextMorningAsync();
        var messages = new[] { first, await site.EnvelopeAsync(Newsroom.Lou) }.Select(envelope => ReadReturnedTests.Report(envelope, "lou@example.org", "5.1.1"));
        var receipts = await Task.WhenAll(messages.Select(message => Task.Run(() => site.ReceiveAsync(message))));
        receipts.ShouldBe([Receipt.Counted, Receipt.Counted]);
        (await site.DoAsync(db => db.RecordedBounces.CountAsync())).ShouldBe(2);
        (await site.DoAsync(db => db.Suppressions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_can_have_another_suppressed()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var mine = await site.EnvelopeAsync(Newsroom.Noe);
        var forged = mine[..10] + (mine[10] == '0' ? '1' : '0') + mine[11..];
        (await site.ReceiveAsync(ReadReturnedTests.Report(forged, "camille@example.org", "5.1.1"))).ShouldBe(Receipt.NamesNothing);
        (await site.ReceiveAsync(ReadReturnedTests.Report("lettres@courrier.example", "camille@example.org", "5.1.1"))).ShouldBe(Receipt.NamesNothing);
        // One's own letter back, naming another: it counts against oneself.
        (await site.ReceiveAsync(ReadReturnedTests.Report(mine, "camille@example.org", "5.1.1"))).ShouldBe(Receipt.Counted);
        (await site.DoAsync(db => db.Suppressions.SingleAsync())).Email.ShouldBe("noe@example.org");
    }

    [Fact]
    public async Task The_envelope_that_the_mail_server_hands_over_names_the_delivery_too()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var envelope = await site.EnvelopeAsync(Newsroom.Lou);
        (await site.ReceiveAsync(ReadReturnedTests.Report("undisclosed@elsewhere.example", "lou@example.org", "5.1.1"), envelope)).ShouldBe(Receipt.Counted);
    }

    [Fact]
    public async Task E_04_soft_bounces_suppress_after_so_many_in_so_many_days()
    {
        await using var site = await ReturnedMorning.PostedAsync(("Mail:Bounces:SoftLimit", "3"), ("Mail:Bounces:SoftDays", "10"));
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        for (var day = 0; day < 11; day++)
        {
            await site.NextMorningAsync();
        }

        // The first has grown old.
        await site.ComesBackAsync(Newsroom.Lou, "4.4.7");
        await site.NextMorningAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        (await site.DoAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
        await site.NextMorningAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.2.2");
        (await site.DoAsync(db => db.Suppressions.SingleAsync())).Reason.ShouldBe(SuppressionReason.Unreachable);
    }

    [Fact]
    public async Task E_04_a_policy_refusal_holds_the_domain_tells_the_operators_and_suppresses_nobody()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.7.1");
        await site.ComesBackAsync(Newsroom.Noe, "5.7.1");
        (await site.DoAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
        (await site.DoAsync(db => db.PausedDomainsAsync(site.Now, None))).ShouldBe(["example.org"]);

        await site.PostOutboxAsync();
        var told = site.Mails.Where(mail => mail.To == "odile@example.org").ShouldHaveSingleItem();
        told.Subject.ShouldBe("Envois suspendus vers example.org");
        told.Text.ShouldContain("5.7.1");

        site.Clock.Advance(ActOnBounce.Held);
        (await site.DoAsync(db => db.PausedDomainsAsync(site.Now, None))).ShouldBeEmpty("it is tried again by itself");
    }

    [Fact]
    public async Task Of_a_large_domain_one_readers_filter_is_no_block()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await SentAsync(site, 150);
        await site.ComesBackAsync(Newsroom.Lou, "5.7.1");
        (await site.DoAsync(db => db.PausedDomainsAsync(site.Now, None))).ShouldBeEmpty();
        await site.ComesBackAsync(Newsroom.Noe, "5.7.1");
        (await site.DoAsync(db => db.PausedDomainsAsync(site.Now, None))).ShouldBe(["example.org"]);
    }

    [Fact]
    public async Task E_05_whoever_complains_leaves_all_lists_and_is_suppressed()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        (await site.ComplainsAsync(Newsroom.Lou)).ShouldBe(Receipt.Counted);
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync(r => r.AccountId == Newsroom.Lou))).Frequency.ShouldBe(Frequency.Never);
        (await site.DoAsync(db => db.DigestRhythms.SingleAsync(r => r.AccountId == Newsroom.Noe))).Frequency.ShouldBe(Frequency.EachMorning);
        (await site.DoAsync(db => db.Suppressions.SingleAsync())).Reason.ShouldBe(SuppressionReason.Complaint);
        (await site.ComplainsAsync(Newsroom.Lou)).ShouldBe(Receipt.CountedBefore);
    }

    [Fact]
    public async Task E_05_one_complaint_in_a_thousand_warns_and_three_stop_the_list()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await SentAsync(site, 997);
        await site.ComplainsAsync(Newsroom.Lou);
        await site.ComplainsAsync(Newsroom.Noe);
        (await site.DoAsync(db => db.PostingAlerts.SingleAsync())).Kind.ShouldBe(AlertKind.ListWarned);
        (await site.DoAsync(db => db.IsListStoppedAsync(Digest.List, site.Now, None))).ShouldBeFalse();
        await site.ComplainsAsync(Newsroom.Camille);
        (await site.DoAsync(db => db.IsListStoppedAsync(Digest.List, site.Now, None))).ShouldBeTrue();

        await site.PostOutboxAsync();
        site.Mails.Where(mail => mail.To == "odile@example.org").Select(mail => mail.Subject).ShouldBe(["Des lecteurs se plaignent de digest", "La liste digest est arrêtée"]);
        site.Clock.Advance(TimeSpan.FromDays(90));
        (await site.DoAsync(db => db.IsListStoppedAsync(Digest.List, site.Now, None))).ShouldBeTrue("only people let it go on");
    }

    [Theory]
    [InlineData(0, 10, null)]
    [InlineData(1, 1001, null)]
    [InlineData(1, 1000, AlertKind.ListWarned)]
    [InlineData(2, 10, AlertKind.ListWarned)]
    [InlineData(3, 1001, AlertKind.ListWarned)]
    [InlineData(3, 1000, AlertKind.ListStopped)]
    public void E_05_the_rate_decides(int complaints, int sent, AlertKind? kind) => new ComplaintRate(complaints, sent).Kind.ShouldBe(kind);

    [Fact]
    public async Task E_07_mails_that_were_asked_for_leave_all_the_same()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.1.1");
        await site.Visitor().PostAsync("/connexion", ("email", "lou@example.org"), ("par", "lien"));
        await site.PostOutboxAsync();
        var link = site.Mails.Last(mail => mail.To == "lou@example.org");
        link.Headers.ShouldContain(KeyValuePair.Create("Auto-Submitted", "auto-generated"));
        link.EnvelopeFrom.ShouldBeNull();
    }

    [Fact]
    public async Task An_alert_whose_row_is_gone_is_owed_to_nobody()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await site.ComesBackAsync(Newsroom.Lou, "5.7.1");
        await site.DoAsync(db => db.PostingAlerts.ExecuteDeleteAsync());
        await site.PostOutboxAsync();
        (await site.DoAsync(db => db.OutgoingMails.SingleAsync(m => m.Kind == AlertLetters.Alert))).Answer.ShouldBe("nothing owed");
    }

    /// <summary>So many more editions that left this morning, to nobody in particular.</summary>
    private static Task SentAsync(Site site, int count) => site.DoAsync(async db =>
    {
        var issue = await db.Issues.FirstAsync();
        db.Deliveries.AddRange(Enumerable.Range(0, count).Select(n => new Delivery
        {
            IssueId = issue.Id,
            Email = $"reader{n}@example.org",
            Articles = "1",
            State = DeliveryState.Sent,
            NotBefore = site.Now,
            ClosedAt = site.Now,
        }));
        await db.SaveChangesAsync();
    });
}
