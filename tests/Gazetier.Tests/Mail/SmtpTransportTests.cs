using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Mail;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Shouldly;

namespace Gazetier.Tests.Mail;

public class SmtpTransportTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_mail_arrives_whole_with_its_envelope()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server);
        var handover = await transport.SendAsync(Mail("a@example.org"), None);
        handover.ShouldBe(new Handover(HandoverResult.Accepted, "250 2.0.0 Ok: queued as 1"));

        var received = server.Mails.ShouldHaveSingleItem();
        received.From.ShouldBe("bounce+x@courrier.example");
        received.To.ShouldBe("a@example.org");
        using var message = Read(received);
        message.Subject.ShouldBe("L’eau « chère »");
        message.TextBody!.Trim().ShouldBe("Texte");
        message.HtmlBody!.Trim().ShouldBe("<p>Texte</p>");
        message.MessageId.ShouldBe("1@courrier.example");
        message.Headers["List-Id"].ShouldBe("<digest.courrier.example>");
    }

    [Fact]
    public async Task Line_breaks_in_a_subject_or_a_header_do_not_become_headers()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server);
        var hostile = Mail("a@example.org") with
        {
            Subject = "Titre\r\nBcc: victime@example.org\r\n\r\n<script>",
            Headers = [new("List-Id", "<digest.courrier.example>\r\nX-Evil: 1")],
        };
        (await transport.SendAsync(hostile, None)).Result.ShouldBe(HandoverResult.Accepted);
        using var message = Read(server.Mails[0]);
        message.Headers.Contains("Bcc").ShouldBeFalse();
        message.Headers.Contains("X-Evil").ShouldBeFalse();
        message.Subject!.ShouldContain("Bcc: victime@example.org");
    }

    [Fact]
    public async Task Connections_are_used_again_and_never_exceed_the_setting()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server, connections: 3);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => transport.SendAsync(Mail($"r{n}@example.org"), None)));
        server.Mails.Select(m => m.To).Distinct().Count().ShouldBe(60);
        server.Connections.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_mail_on_loopback_does_not_wait_for_delayed_acknowledgements()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server, connections: 1);
        await transport.SendAsync(Mail("warm@example.org"), None);
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 50; n++)
        {
            await transport.SendAsync(Mail("r@example.org"), None);
        }

        // As shipped MailKit needs 2.2 seconds for these; a loaded machine still needs far less than half of it.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("450 4.2.0 Greylisted", HandoverResult.TryLater)]
    [InlineData("550 5.1.1 No such mailbox", HandoverResult.Refused)]
    public async Task The_servers_no_is_kept_with_its_words_and_the_connection_goes_on(string answer, HandoverResult result)
    {
        await using var server = new FakeSmtp { ToRecipient = to => to.StartsWith("bad", StringComparison.Ordinal) ? answer : null };
        await using var transport = Transport(server, connections: 1);
        var handover = await transport.SendAsync(Mail("bad@example.org"), None);
        handover.Result.ShouldBe(result);
        handover.Answer.ShouldContain(answer[4..]);
        handover.Answer.ShouldStartWith(answer[..3]);
        (await transport.SendAsync(Mail("good@example.org"), None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task No_server_means_later_and_says_that_nobody_was_reached()
    {
        var server = new FakeSmtp();
        await using var transport = Transport(server);
        await server.DisposeAsync();
        var handover = await transport.SendAsync(Mail("a@example.org"), None);
        handover.Result.ShouldBe(HandoverResult.TryLater);
        handover.IsReached.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_wants_nobody_today_refuses_no_mail_for_good()
    {
        await using var server = new FakeSmtp { Greeting = "554 no SMTP service here" };
        await using var transport = Transport(server);
        var handover = await transport.SendAsync(Mail("a@example.org"), None);
        handover.Result.ShouldBe(HandoverResult.TryLater);
        handover.IsReached.ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_opened_again()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server, connections: 1);
        await transport.SendAsync(Mail("a@example.org"), None);
        server.HangUpOnAll();
        (await transport.SendAsync(Mail("b@example.org"), None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_means_later_and_the_mail_never_left()
    {
        await using var server = new FakeSmtp { HangUpInData = true };
        await using var transport = Transport(server);
        (await transport.SendAsync(Mail("a@example.org"), None)).Result.ShouldBe(HandoverResult.TryLater);
        server.Mails.ShouldBeEmpty();
        (await transport.SendAsync(Mail("a@example.org"), None)).Result.ShouldBe(HandoverResult.Accepted);
    }

    [Fact]
    public async Task A_mail_whose_answer_was_lost_is_not_sent_again_by_the_transport()
    {
        await using var server = new FakeSmtp();
        await using var transport = Transport(server, connections: 1);
        await transport.SendAsync(Mail("warm@example.org"), None);
        var seen = 0;
        server.ToMail = _ => seen++ == 0 ? "" : null;
        (await transport.SendAsync(Mail("a@example.org"), None)).Result.ShouldBe(HandoverResult.TryLater);
        seen.ShouldBe(1);
    }

    [Fact]
    public async Task An_idle_connection_is_closed_after_half_a_minute()
    {
        var clock = new FakeTimeProvider(Newsroom.Now);
        await using var server = new FakeSmtp();
        await using var transport = Transport(server, clock: clock);
        await transport.SendAsync(Mail("a@example.org"), None);
        clock.Advance(TimeSpan.FromSeconds(20));
        server.Open.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(20));
        (await server.HasClosedAsync()).ShouldBeTrue();
        server.Open.ShouldBe(0);
    }

    [Theory]
    [InlineData("smtp://relais", "relais", 25, false, null)]
    [InlineData("smtp://relais:2525", "relais", 2525, false, null)]
    [InlineData("smtps://nom:mot%40de%3Apasse@relais", "relais", 465, true, "mot@de:passe")]
    [InlineData("smtp://nom:x@relais", "relais", 587, false, "x")]
    public void An_address_says_where_and_how(string setting, string host, int port, bool isTls, string? password) =>
        SmtpAddress.Parse(setting).ShouldBe(new SmtpAddress(host, port, isTls, password is null ? null : "nom", password));

    private static SmtpTransport Transport(FakeSmtp server, int connections = 4, TimeProvider? clock = null) => new(
        new NewspaperOptions { Mail = new() { Smtp = server.Address, From = "Le Courrier <lettres@courrier.example>", Connections = connections } },
        clock ?? TimeProvider.System);

    private static Email Mail(string to) => new()
    {
        To = to,
        Subject = "L’eau « chère »",
        Text = "Texte",
        Html = "<p>Texte</p>",
        MessageId = "1@courrier.example",
        EnvelopeFrom = "bounce+x@courrier.example",
        Headers = [new("List-Id", "<digest.courrier.example>")],
    };

    private static MimeMessage Read(Received received)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(received.Text));
        return MimeMessage.Load(stream);
    }
}
