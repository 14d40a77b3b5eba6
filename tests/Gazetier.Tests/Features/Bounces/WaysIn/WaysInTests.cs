using System.Net.Sockets;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Bounces.WaysIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Gazetier.Tests.Features.Bounces.WaysIn;

/// <summary>What comes back comes in by LMTP or SMTP, a Maildir or a mailbox; by whichever, it counts once.</summary>
public class WaysInTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("LHLO", 2)]
    [InlineData("EHLO", 1)]
    public async Task A_mail_server_hands_over_by_lmtp_or_smtp(string greeting, int answers)
    {
        await using var site = await ReturnedMorning.PostedAsync();
        var envelope = await site.EnvelopeAsync(Newsroom.Lou);
        await using var listener = await Listening.OpenAsync(site);
        using var talk = await listener.TalkAsync();
        await talk.SayAsync($"{greeting} mx.example\r\nMAIL FROM:<>\r\nRCPT TO:<{envelope}>\r\nRCPT TO:<autre@courrier.example>\r\nDATA\r\n");
        var message = ReadReturnedTests.Report(envelope, "lou@example.org", "5.1.1").Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await talk.SayAsync(message + "\r\n.\r\nQUIT\r\n");
        var said = await talk.HearAsync();
        said.Count(line => line == "250 2.0.0 ok").ShouldBe(answers);
        said[^1].ShouldStartWith("221");
        (await CountAsync(site)).ShouldBe(1);
    }

    [Fact]
    public async Task Hostile_conversations_cost_nothing_and_the_next_is_heard()
    {
        await using var site = await ReturnedMorning.PostedAsync();
        await using var listener = await Listening.OpenAsync(site);
        using (var rude = await listener.TalkAsync())
        {
            await rude.SayAsync(new string('x', 100_000) + "\r\nDATA\r\nRCPT TO:<a@b.example>\r\nMAIL FROM:<>\r\nRCPT TO:nobody\r\n");
            await rude.SayAsync(string.Concat(Enumerable.Range(0, 150).Select(n => $"RCPT TO:<a{n}@b.example>\r\n")) + "VRFY x\r\nQUIT\r\n");
            var said = await rude.HearAsync();
            said.Count(line => line.StartsWith("452", StringComparison.Ordinal)).ShouldBe(50);
            said.ShouldContain("503 5.5.1 no recipient");
            said.ShouldContain("501 5.1.3 not an address");
        }

        using (var gone = await listener.TalkAsync())
        {
            await gone.SayAsync("LHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nhalf a mess");
        }

        using var big = await listener.TalkAsync();
        await big.SayAsync("LHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\n");
        var line = new string('y', 998) + "\r\n";
        for (var megabyte = 0; megabyte < 55; megabyte++)
        {
            await big.SayAsync(string.Concat(Enumerable.Repeat(line, 1000)));
        }

        await big.SayAsync(".\r\nQUIT\r\n");
        (await big.HearAsync()).ShouldContain("552 5.3.4 too big");
    }

    [Fact]
    public async Task What_lies_in_a_maildir_is_counted_and_moved()
    {
        var folder = Directory.CreateTempSubdirectory("maildir").FullName;
        try
        {
            await using var site = await ReturnedMorning.PostedAsync(("Mail:Bounces:Maildir", folder));
            var read = site.Services.GetRequiredService<ReadMaildir>();
            (await read.RunAsync(None)).ShouldBe(0, "there is no folder yet");
            Directory.CreateDirectory(Path.Combine(folder, "new"));
            var message = ReadReturnedTests.Report(await site.EnvelopeAsync(Newsroom.Lou), "lou@example.org", "5.1.1");
            await File.WriteAllTextAsync(Path.Combine(folder, "new", "1.host"), message);
            await File.WriteAllTextAsync(Path.Combine(folder, "new", "2.host"), message);
            await File.WriteAllBytesAsync(Path.Combine(folder, "new", "3.host"), new byte[TakeIn.Longest + 10]);
            (await read.RunAsync(None)).ShouldBe(3);
            (await CountAsync(site)).ShouldBe(1);
            Directory.EnumerateFiles(Path.Combine(folder, "cur")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["1.host:2,S", "2.host:2,S", "3.host:2,S"]);
            (await read.RunAsync(None)).ShouldBe(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_lies_in_a_mailbox_is_counted_and_deleted_by_pop3()
    {
        await using var pop3 = new FakePop3();
        await using var site = await ReturnedMorning.PostedAsync(("Mail:Bounces:Mailbox", pop3.Address));
        pop3.Messages.Add(ReadReturnedTests.Report(await site.EnvelopeAsync(Newsroom.Lou), "lou@example.org", "5.1.1"));
        pop3.Messages.Add("Subject: Bonjour\r\n\r\nRien.\r\n");
        (await site.Services.GetRequiredService<ReadMailbox>().RunAsync(None)).ShouldBe(2);
        (await CountAsync(site)).ShouldBe(1);
        pop3.Messages.ShouldBeEmpty();
        (await site.Services.GetRequiredService<ReadMailbox>().RunAsync(None)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Mail:Bounces:Listen", "0.0.0.0:25", "127.0.0.1:2526")]
    [InlineData("Mail:Bounces:Maildir", "bounces", "/var/mail/bounces")]
    [InlineData("Mail:Bounces:Mailbox", "imap://name:hunter2@imap.exemple.fr", "imaps://")]
    [InlineData("Mail:Bounces:SoftLimit", "0", "5")]
    [InlineData("Mail:Dkim:Selector", "a b", "gazetier2026")]
    public async Task A_wrong_setting_stops_the_start_and_says_how_a_right_one_looks(string setting, string value, string example)
    {
        var wrong = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Site.OpenAsync(null, (setting, value)));
        wrong.Failures.ShouldHaveSingleItem().ShouldContain("Gazetier__" + setting.Replace(":", "__", StringComparison.Ordinal));
        wrong.Failures.Single().ShouldContain(example);
        wrong.Failures.Single().ShouldNotContain("hunter2", Case.Sensitive, "no password is said aloud");
    }

    private static Task<int> CountAsync(Site site) => site.DoAsync(db => db.RecordedBounces.CountAsync());

    /// <summary>The listener of a site, on a port of its own.</summary>
    private sealed class Listening(BounceListener listener) : IAsyncDisposable
    {
        public static async Task<Listening> OpenAsync(Site site)
        {
            var options = new NewspaperOptions();
            options.Mail.Bounces.Listen = "127.0.0.1:0";
            var listener = new BounceListener(options, site.Services.GetRequiredService<TakeIn>(), NullLogger<BounceListener>.Instance);
            await listener.StartAsync(None);
            return new Listening(listener);
        }

        public async Task<Talk> TalkAsync()
        {
            var client = new TcpClient();
            await client.ConnectAsync(await listener.Listening);
            return new Talk(client);
        }

        public async ValueTask DisposeAsync()
        {
            await listener.StopAsync(None);
            listener.Dispose();
        }
    }

    private sealed class Talk(TcpClient client) : IDisposable
    {
        public async Task SayAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));

        /// <summary>All lines until the other side hangs up.</summary>
        public async Task<IReadOnlyList<string>> HearAsync()
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
            return (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }

        public void Dispose() => client.Dispose();
    }
}
