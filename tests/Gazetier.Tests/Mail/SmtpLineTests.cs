using System.Text;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using MimeKit;
using Shouldly;

namespace Gazetier.Tests.Mail;

/// <summary>The line for mails in bulk, against servers of every mood.</summary>
public class SmtpLineTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Pipelining = ["PIPELINING", "8BITMIME"];

    public static TheoryData<string[]> Servers => new([], Pipelining, ["PIPELINING", "CHUNKING"], ["CHUNKING"]);

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_mail_arrives_whole_whatever_the_server_offers(string[] offers)
    {
        await using var server = new FakeSmtp { Offers = offers };
        await using var line = Line(server);
        for (var n = 1; n <= 3; n++)
        {
            (await line.SendAsync(Mail($"r{n}@example.org"), Leave, None)).ShouldBe(new Handover(HandoverResult.Accepted, $"250 2.0.0 Ok: queued as {n}"));
        }

        server.Connections.ShouldBe(1);
        server.Mails.Select(mail => mail.To).ShouldBe(["r1@example.org", "r2@example.org", "r3@example.org"]);
        server.Mails.ShouldAllBe(mail => mail.From == "bounce+x@courrier.example");
        using var message = Read(server.Mails[2]);
        message.TextBody!.ReplaceLineEndings("\n").ShouldBe(Text);
        server.Commands.Count(command => command.StartsWith("BDAT", StringComparison.Ordinal)).ShouldBe(offers.Length == 2 && offers[1] == "CHUNKING" ? 6 : 0);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_servers_no_is_kept_with_its_words_and_the_conversation_goes_on(string[] offers)
    {
        await using var server = new FakeSmtp
        {
            Offers = offers,
            ToRecipient = to => to.StartsWith("bad", StringComparison.Ordinal) ? "550-5.1.1 No such mailbox\r\n550 5.1.1 here" : to.StartsWith("slow", StringComparison.Ordinal) ? "450 4.2.0 Greylisted" : null,
        };
        await using var line = Line(server);
        (await line.SendAsync(Mail("bad@example.org"), MustNotLeave, None)).ShouldBe(new Handover(HandoverResult.Refused, "550 5.1.1 No such mailbox 5.1.1 here"));
        (await line.SendAsync(Mail("slow@example.org"), MustNotLeave, None)).ShouldBe(new Handover(HandoverResult.TryLater, "450 4.2.0 Greylisted"));
        (await line.SendAsync(Mail("good@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Connections.ShouldBe(1);
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_wants_the_text_though_it_refused_the_recipient_gets_none()
    {
        await using var server = new FakeSmtp { WantsTextAnyway = true, ToRecipient = to => to.StartsWith("bad", StringComparison.Ordinal) ? "550 5.1.1 unknown" : null };
        await using var line = Line(server);
        (await line.SendAsync(Mail("bad@example.org"), MustNotLeave, None)).Answer.ShouldBe("550 5.1.1 unknown");
        (await line.SendAsync(Mail("good@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Connections.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_mail_says_that_it_leaves_before_the_server_can_answer_for_it(string[] offers)
    {
        await using var server = new FakeSmtp { Offers = offers };
        await using var line = Line(server);
        var taken = -1;
        await line.SendAsync(Mail("a@example.org"), () => taken = server.Mails.Count, None);
        (taken, server.Mails.Count).ShouldBe((0, 1));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_mail_that_is_kept_back_at_the_last_moment_does_not_arrive(string[] offers)
    {
        await using var server = new FakeSmtp { Offers = offers };
        await using var line = Line(server);
        await Should.ThrowAsync<InvalidOperationException>(() => line.SendAsync(Mail("a@example.org"), MustNotLeave, None));
        (await line.SendAsync(Mail("b@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Mails.Select(m => m.To).ShouldBe(["b@example.org"]);
    }

    [Fact]
    public async Task A_conversation_that_the_server_closed_meanwhile_is_opened_again()
    {
        await using var server = new FakeSmtp();
        await using var line = Line(server);
        await line.SendAsync(Mail("a@example.org"), Leave, None);
        server.HangUpOnAll();
        (await line.SendAsync(Mail("b@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.Accepted);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_whose_answer_was_lost_is_not_sent_again_by_the_line()
    {
        await using var server = new FakeSmtp();
        await using var line = Line(server);
        await line.SendAsync(Mail("warm@example.org"), Leave, None);
        var seen = 0;
        server.ToMail = _ => seen++ == 0 ? "" : null;
        (await line.SendAsync(Mail("a@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.TryLater);
        seen.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_means_later()
    {
        await using var server = new FakeSmtp { HangUpInData = true };
        await using var line = Line(server);
        (await line.SendAsync(Mail("a@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.TryLater);
        server.Mails.ShouldBeEmpty();
        (await line.SendAsync(Mail("a@example.org"), Leave, None)).Result.ShouldBe(HandoverResult.Accepted);
    }

    [Theory]
    [InlineData("554 no SMTP service here")]
    [InlineData("I am no mail server, and talk on")]
    public async Task A_server_that_wants_nobody_today_refuses_no_mail_for_good(string greeting)
    {
        await using var server = new FakeSmtp { Greeting = greeting };
        await using var line = Line(server);
        var handover = await line.SendAsync(Mail("a@example.org"), Leave, None);
        (handover.Result, handover.IsReached).ShouldBe((HandoverResult.TryLater, false));
    }

    [Fact]
    public async Task Nobody_there_means_later_and_says_that_nobody_was_reached()
    {
        var server = new FakeSmtp();
        await using var line = Line(server);
        await server.DisposeAsync();
        var handover = await line.SendAsync(Mail("a@example.org"), Leave, None);
        (handover.Result, handover.IsReached).ShouldBe((HandoverResult.TryLater, false));
    }

    [Theory]
    [InlineData("pas une adresse")]
    [InlineData("a@example.org>\r\nRCPT TO:<b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("é@example.org")]
    public async Task What_is_no_address_is_refused_and_never_said_to_a_server(string address)
    {
        await using var server = new FakeSmtp();
        await using var line = Line(server);
        (await line.SendAsync(Mail(address), MustNotLeave, None)).ShouldBe(new Handover(HandoverResult.Refused, "553 not an address"));
        server.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("maire@mairie.fr", "maire@mairie.fr")]
    [InlineData("maire@châteauroux.fr", "maire@xn--chteauroux-44a.fr")]
    [InlineData("o'neil+x@exemple.fr", "o'neil+x@exemple.fr")]
    public void A_domain_is_written_in_ascii(string address, string written) => WireMail.AddressOf(address).ShouldBe(written);

    private const string Text = "Bonjour,\n.commence par un point\nfin d’une ligne \n\n.\nUne ligne plus longue que soixante-seize signes, avec des « guillemets » et des = signes, et œ.\n";

    private static void Leave()
    {
    }

    private static void MustNotLeave() => throw new InvalidOperationException("It must not leave.");

    private static SmtpLine Line(FakeSmtp server) => new(SmtpAddress.Parse(server.Address), TimeProvider.System);

    private static WireMail Mail(string to) => new(
        "bounce+x@courrier.example",
        to,
        Encoding.ASCII.GetBytes("Subject: essai\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"),
        [QuotedPrintable.Encode(Text)]);

    private static MimeMessage Read(Received received)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(received.Text));
        return MimeMessage.Load(stream);
    }
}
